package dev.blazon.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests the same badge many times at the same moment, each time on a new connection. */
final class Stampede {

  private Stampede() {}

  /**
   * Arguments: the number of requests, the badge's address. Prints how many were answered with
   * status 200.
   */
  public static void main(String[] arguments) {
    int crowd = Integer.parseInt(arguments[0]);
    URI badge = URI.create(arguments[1]);
    Vertx vertx =
        Vertx.builder()
            .with(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1))
            .build();
    System.out.println(run(vertx, crowd, badge).await());
    vertx.close().await();
  }

  static Future<Integer> run(Vertx vertx, int crowd, URI badge) {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(30_000),
            new PoolOptions().setHttp1MaxSize(crowd).setMaxWaitQueueSize(crowd));
    AtomicInteger answered = new AtomicInteger();
    List<Future<Void>> all = new ArrayList<>(crowd);
    for (int i = 0; i < crowd; i++) {
      all.add(
          client
              .request(HttpMethod.GET, badge.getPort(), badge.getHost(), badge.getRawPath())
              .compose(request -> answer(request, answered)));
    }
    return Future.join(all)
        .transform(joined -> client.close().otherwiseEmpty())
        .map(closed -> answered.get());
  }

  /**
   * All steps run on the request's event loop without a break, so that no part of the response is
   * missed.
   */
  private static Future<Void> answer(HttpClientRequest request, AtomicInteger answered) {
    return request
        .send()
        .compose(
            response -> {
              if (response.statusCode() == 200) {
                answered.incrementAndGet();
              }
              return response.body();
            })
        .mapEmpty();
  }
}
