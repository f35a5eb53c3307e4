package dev.blazon.bench;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;

/**
 * A minimal Vert.x server, for comparison: it answers every request with the same headers and
 * bytes, which it copies from a badge of the measured server.
 */
public final class BareServer {

  private BareServer() {}

  /** Arguments: port, the badge's address. Runs until it is killed. */
  public static void main(String[] arguments) {
    Vertx vertx = Vertx.builder().with(new VertxOptions().setPreferNativeTransport(true)).build();
    listen(vertx, Integer.parseInt(arguments[0]), URI.create(arguments[1])).await();
  }

  /** Fetches the badge, then listens. */
  static Future<HttpServer> listen(Vertx vertx, int port, URI badge) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    HttpClient client = vertx.createHttpClient();
    return client
        .request(HttpMethod.GET, badge.getPort(), badge.getHost(), badge.getRawPath())
        .compose(request -> answer(request, headers))
        .compose(body -> client.close().compose(closed -> serve(vertx, port, headers, body)));
  }

  /**
   * Both steps run on the request's event loop without a break: if a response ended before its body
   * is requested, the body would be empty (Vert.x 5.1.6; in 5.0.10 it never came, its issue 6038).
   */
  private static Future<Buffer> answer(HttpClientRequest request, MultiMap headers) {
    return request
        .send()
        .compose(
            response -> {
              headers.addAll(response.headers());
              return response.body();
            });
  }

  private static Future<HttpServer> serve(Vertx vertx, int port, MultiMap headers, Buffer body) {
    return vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
        .requestHandler(
            request -> {
              MultiMap ours = request.response().headers();
              headers.forEach(header -> ours.add(header.getKey(), header.getValue()));
              request.response().end(body);
            })
        .listen();
  }
}
