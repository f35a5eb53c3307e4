package dev.blazon.api;

import dev.blazon.api.testing.Behaviour;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes its time to answer, and counts how many wait for that at once. */
final class OneByOne implements Behaviour {

  private static final long MILLIS = 250;

  private final Behaviour answer;
  private final Set<HttpConnection> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicInteger most = new AtomicInteger();

  OneByOne(Behaviour answer) {
    this.answer = answer;
  }

  @Override
  public void handle(Vertx vertx, HttpServerRequest request) {
    HttpConnection connection = request.connection();
    waiting.add(connection);
    connection.closeHandler(gaveUp -> waiting.remove(connection));
    most.accumulateAndGet(waiting.size(), Math::max);
    vertx.setTimer(
        MILLIS,
        late -> {
          waiting.remove(connection);
          answer.handle(vertx, request);
        });
  }

  int most() {
    return most.get();
  }
}
