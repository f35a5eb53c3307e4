package dev.blazon.stats.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A stand-in for Google's token service and for BigQuery: it gives out tokens for a service account
 * of its own, and answers queries with the prepared answers, one after another.
 */
public final class BigQueryStandIn implements AutoCloseable {

  /** A received request. */
  public record Seen(String method, String target, String authorization, String body) {}

  private static final KeyPair KEYS = keys();

  private final HttpServer server;
  private final Queue<Consumer<HttpServerRequest>> answers = new ArrayDeque<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final List<Seen> tokenRequests = new CopyOnWriteArrayList<>();

  private BigQueryStandIn(Vertx vertx) {
    server = await(vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
  }

  public static BigQueryStandIn start(Vertx vertx) {
    return new BigQueryStandIn(vertx);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** The JSON file of its only service account. */
  public String credentials() {
    return new JsonObject()
        .put("type", "service_account")
        .put("project_id", "test-project")
        .put("private_key_id", "key-1")
        .put(
            "private_key",
            "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(KEYS.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n")
        .put("client_email", "counts@test-project.iam.gserviceaccount.com")
        .put("token_uri", url() + "/token")
        .encode();
  }

  /** The key to check signatures with. */
  public static KeyPair keyPair() {
    return KEYS;
  }

  /** The next request gets this answer. */
  public BigQueryStandIn then(int status, String body) {
    return then(
        request ->
            request
                .response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body));
  }

  /** The next request gets an answer from this code. */
  public synchronized BigQueryStandIn then(Consumer<HttpServerRequest> answer) {
    answers.add(answer);
    return this;
  }

  /** The received requests but those for tokens. */
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  public List<Seen> tokenRequests() {
    return List.copyOf(tokenRequests);
  }

  @Override
  public void close() {
    await(server.close());
  }

  private void handle(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              Seen one =
                  new Seen(
                      request.method().name(),
                      request.uri(),
                      request.getHeader("Authorization"),
                      body.toString());
              if (request.path().equals("/token")) {
                tokenRequests.add(one);
                request
                    .response()
                    .end(
                        "{\"access_token\":\"token-%d\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
                            .formatted(tokenRequests.size()));
              } else {
                seen.add(one);
                next().accept(request);
              }
            });
  }

  private synchronized Consumer<HttpServerRequest> next() {
    Consumer<HttpServerRequest> prepared = answers.poll();
    return prepared == null ? request -> request.response().setStatusCode(404).end() : prepared;
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the stand-in did not start or stop", e);
    }
  }
}
