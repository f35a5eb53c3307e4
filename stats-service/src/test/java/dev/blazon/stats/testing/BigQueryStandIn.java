package dev.blazon.stats.testing;

import dev.blazon.count.Day;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * A stand-in for Google's token service and for BigQuery: it gives out tokens for a service account
 * of its own, and answers queries with the prepared answers, one after another.
 */
public final class BigQueryStandIn implements AutoCloseable {

  /** A received request. */
  public record Seen(String method, String target, String authorization, String body) {}

  private static final KeyPair KEYS = keys();

  private final HttpServer server;
  private Optional<ToIntFunction<Day>> ofDay = Optional.empty();
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
    return then(json(status, body));
  }

  /** The next request gets an answer from this code. */
  public synchronized BigQueryStandIn then(Consumer<HttpServerRequest> answer) {
    answers.add(answer);
    return this;
  }

  /** Queries for which no answer is prepared get a row of their day, with so many downloads. */
  public synchronized BigQueryStandIn days(ToIntFunction<Day> downloads) {
    ofDay = Optional.of(downloads);
    return this;
  }

  /** An answer with one row: downloads of requests 1.0. */
  public static String day(Day day, int downloads) {
    JsonArray fields = new JsonArray();
    JsonArray cells = new JsonArray();
    String[][] row = {
      {"project", "requests"},
      {"day", day.toString()},
      {"dimension", "version"},
      {"category", "1.0"},
      {"downloads", Integer.toString(downloads)},
      {"without_mirrors", "4"}
    };
    for (String[] cell : row) {
      fields.add(new JsonObject().put("name", cell[0]).put("type", "STRING"));
      cells.add(new JsonObject().put("v", cell[1]));
    }
    return new JsonObject()
        .put("jobComplete", true)
        .put("schema", new JsonObject().put("fields", fields))
        .put("jobReference", new JsonObject().put("jobId", "job_1").put("location", "US"))
        .put("totalRows", "1")
        .put("rows", new JsonArray().add(new JsonObject().put("f", cells)))
        .encode();
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
                next(one).accept(request);
              }
            });
  }

  private synchronized Consumer<HttpServerRequest> next(Seen query) {
    Consumer<HttpServerRequest> prepared = answers.poll();
    if (prepared == null && ofDay.isPresent()) {
      Day day = askedDay(query);
      return json(200, day(day, ofDay.get().applyAsInt(day)));
    }
    return prepared == null ? request -> request.response().setStatusCode(404).end() : prepared;
  }

  /** The day that a query asks for. */
  public static Day askedDay(Seen query) {
    return new JsonObject(query.body())
        .getJsonArray("queryParameters").stream()
            .map(JsonObject.class::cast)
            .filter(parameter -> parameter.getString("name").equals("day"))
            .map(parameter -> parameter.getJsonObject("parameterValue").getString("value"))
            .map(text -> Day.parse(text).orElseThrow())
            .findFirst()
            .orElseThrow();
  }

  private static Consumer<HttpServerRequest> json(int status, String body) {
    return request ->
        request
            .response()
            .setStatusCode(status)
            .putHeader("Content-Type", "application/json")
            .end(body);
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
