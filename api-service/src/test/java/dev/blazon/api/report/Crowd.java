package dev.blazon.api.report;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many clients at once, each with a connection of its own. */
final class Crowd implements AutoCloseable {

  private static final int MOST = 512;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(MOST));
  private final int port;
  private final BlockingQueue<Integer> arriving = new LinkedBlockingQueue<>();
  private final List<Integer> arrived = new java.util.ArrayList<>();

  Crowd(int port) {
    this.port = port;
  }

  void ask(String uri, int times) {
    for (int i = 0; i < times; i++) {
      client
          .request(HttpMethod.GET, port, "127.0.0.1", uri)
          .compose(request -> request.send())
          .onComplete(
              (response, failure) -> arriving.add(failure == null ? response.statusCode() : -1));
    }
  }

  /** Waits until so many have been answered in all. */
  void awaitAnswers(int count) throws TimeoutException {
    try {
      while (arrived.size() < count) {
        Integer next = arriving.poll(15, TimeUnit.SECONDS);
        if (next == null) {
          throw new TimeoutException("only " + arrived.size() + " of " + count + " were answered");
        }
        arrived.add(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException("interrupted");
    }
  }

  List<Integer> statuses() {
    return arrived;
  }

  @Override
  public void close() throws TimeoutException {
    vertx.close().await(20, TimeUnit.SECONDS);
  }
}
