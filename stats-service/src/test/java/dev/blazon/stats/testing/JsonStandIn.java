package dev.blazon.stats.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A stand-in for pypistats and pepy: answers paths with documents, and others with 404. */
public final class JsonStandIn implements AutoCloseable {

  /** A received request. */
  public record Seen(String path, String apiKey) {}

  private final HttpServer server;
  private final Map<String, Consumer<HttpServerRequest>> answers = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  private JsonStandIn(Vertx vertx) {
    server = await(vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
  }

  public static JsonStandIn start(Vertx vertx) {
    return new JsonStandIn(vertx);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** Answers a path with a document. */
  public JsonStandIn document(String path, String json) {
    return answer(path, 200, "application/json", json);
  }

  public JsonStandIn answer(String path, int status, String type, String body) {
    return answer(
        path,
        request ->
            request.response().setStatusCode(status).putHeader("Content-Type", type).end(body));
  }

  public JsonStandIn answer(String path, Consumer<HttpServerRequest> answer) {
    answers.put(path, answer);
    return this;
  }

  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    await(server.close());
  }

  private void handle(HttpServerRequest request) {
    seen.add(new Seen(request.path(), request.getHeader("X-API-Key")));
    answers
        .getOrDefault(request.path(), unknown -> unknown.response().setStatusCode(404).end("404"))
        .accept(request);
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the stand-in did not start or stop", e);
    }
  }
}
