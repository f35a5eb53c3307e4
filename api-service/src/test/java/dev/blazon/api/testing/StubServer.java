package dev.blazon.api.testing;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A stand-in for PyPI and the like: a real HTTP server on a free local port that answers each path
 * with a given behaviour, and counts requests. Other paths are answered 404.
 *
 * <pre>{@code
 * try (StubServer pypi = StubServer.start(vertx)) {
 *   pypi.project("requests", "{\"info\": {\"version\": \"2.0\"}}");
 *   pypi.answer("/pypi/slow/json", Behaviour.hang());
 *   pypi.answerEverything(Behaviour.status(503));
 *   pypi.recover();
 * }
 * }</pre>
 */
public final class StubServer implements AutoCloseable {

  /** A received request. */
  public record Seen(String path, MultiMap headers) {}

  private final Vertx vertx;
  private final HttpServerOptions options;
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final AtomicReference<Optional<Behaviour>> mood = new AtomicReference<>(Optional.empty());
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private final int port;

  private StubServer(Vertx vertx, HttpServerOptions options) {
    this.vertx = vertx;
    this.options = options;
    this.server = listen(0);
    this.port = server.actualPort();
  }

  /** Starts a server on a free port. */
  public static StubServer start(Vertx vertx) {
    return start(vertx, new HttpServerOptions());
  }

  /** Starts a server with options, for example TLS. */
  public static StubServer start(Vertx vertx, HttpServerOptions options) {
    return new StubServer(vertx, options);
  }

  /** Its address, for {@code BLAZON_PYPI_URL} and similar settings. */
  public URI url() {
    return URI.create((options.isSsl() ? "https" : "http") + "://127.0.0.1:" + port);
  }

  public int port() {
    return port;
  }

  /** Answers for a project, by its normalised name, with this document. */
  public StubServer project(String normalizedName, String document) {
    return answer("/pypi/" + normalizedName + "/json", Behaviour.json(document));
  }

  /** Answers for a project, by its normalised name, with the document in a file. */
  public StubServer project(String normalizedName, Path file) {
    try {
      return project(normalizedName, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the behaviour for exactly this path. */
  public StubServer answer(String path, Behaviour behaviour) {
    behaviours.put(path, behaviour);
    return this;
  }

  /** Sets the behaviour for all paths, until {@link #recover()}. */
  public StubServer answerEverything(Behaviour behaviour) {
    mood.set(Optional.of(behaviour));
    return this;
  }

  /** Returns to the behaviours of single paths. */
  public StubServer recover() {
    mood.set(Optional.empty());
    return this;
  }

  /** Closes the port, until {@link #back()}. */
  public StubServer gone() {
    await(server.close());
    return this;
  }

  /** Opens the same port again. */
  public StubServer back() {
    server = listen(port);
    return this;
  }

  /** The number of received requests. */
  public int requests() {
    return seen.size();
  }

  /** The number of received requests for a path. */
  public long requests(String path) {
    return seen.stream().filter(request -> request.path().equals(path)).count();
  }

  /** The received requests, in order. */
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    await(server.close());
  }

  private HttpServer listen(int onPort) {
    return await(
        vertx.createHttpServer(options).requestHandler(this::handle).listen(onPort, "127.0.0.1"));
  }

  private void handle(HttpServerRequest request) {
    seen.add(new Seen(request.path(), request.headers()));
    mood.get()
        .orElseGet(() -> behaviours.getOrDefault(request.path(), Behaviour.status(404)))
        .handle(vertx, request);
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the stub did not start or stop", e);
    }
  }
}
