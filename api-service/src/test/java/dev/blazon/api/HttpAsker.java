package dev.blazon.api;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An HTTP client that sends URLs exactly as given, even malformed ones. */
public final class HttpAsker implements AutoCloseable {

  private static final int CONNECTIONS = 16;

  /**
   * Much shorter than the five seconds after which Varnish closes an idle connection, because a
   * busy machine notices late.
   */
  private static final int KEEP_ALIVE_SECONDS = 1;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
          new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  private final int port;

  /** Everything runs on one event loop, so that no part of a response is missed. */
  private final Context loop = vertx.getOrCreateContext();

  /** An answer. */
  public record Response(int status, MultiMap headers, Buffer body) {

    public String text() {
      return body.toString();
    }

    public JsonObject json() {
      return body.toJsonObject();
    }

    /**
     * The value of one series in this answer of {@code /metrics}; 0 if it is not there.
     *
     * @param series its name, and its labels as they are written there
     */
    public double metric(String series) {
      return text()
          .lines()
          .filter(line -> line.startsWith(series + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
          .sum();
    }

    public String header(String name) {
      return String.valueOf(headers.get(name));
    }
  }

  public HttpAsker(int port) {
    this.port = port;
  }

  public Response get(String uri) {
    return get(uri, Map.of());
  }

  public Response get(String uri, Map<String, String> headers) {
    return request(HttpMethod.GET, uri, headers);
  }

  public Response request(HttpMethod method, String uri, Map<String, String> headers) {
    return request(method, uri, headers, Buffer.buffer());
  }

  public Response request(HttpMethod method, String uri, Map<String, String> headers, Buffer body) {
    try {
      return send(method, uri, headers, body).await(8, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no answer to " + method + " " + uri, e);
    }
  }

  public Future<Response> send(HttpMethod method, String uri, Map<String, String> headers) {
    return send(method, uri, headers, Buffer.buffer());
  }

  private Future<Response> send(
      HttpMethod method, String uri, Map<String, String> headers, Buffer body) {
    RequestOptions options =
        new RequestOptions().setMethod(method).setHost("127.0.0.1").setPort(port).setURI(uri);
    headers.forEach(options::putHeader);
    Promise<Response> answered = Promise.promise();
    loop.runOnContext(
        here ->
            client
                .request(options)
                .compose(request -> body.length() == 0 ? request.send() : request.send(body))
                .compose(
                    response ->
                        response
                            .body()
                            .map(
                                answer ->
                                    new Response(
                                        response.statusCode(), response.headers(), answer)))
                .onComplete(answered));
    return answered.future();
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
