package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the benchmarks' servers and clients against each other. */
@ExtendWith(VertxExtension.class)
final class StandInsTest {

  private static final int DOCUMENT = 46 * 1024;

  @Test
  void the_upstream_answers_for_any_project_with_a_document_of_the_size(Vertx vertx) {
    int port = upstream(vertx);

    Buffer body = get(vertx, port, "/pypi/some-project/json");

    assertTrue(body.length() >= DOCUMENT && body.length() < DOCUMENT * 1.1, "" + body.length());
    JsonObject info = body.toJsonObject().getJsonObject("info");
    assertEquals("some-project", info.getString("name"));
    assertTrue(
        body.toJsonObject().getJsonObject("releases").containsKey(info.getString("version")));
  }

  @Test
  void the_upstream_counts_its_requests(Vertx vertx) {
    int port = upstream(vertx);
    get(vertx, port, "/pypi/a/json");
    get(vertx, port, "/stub/clickhouse");
    get(vertx, port, "/pypi/b/json");

    assertEquals("2", get(vertx, port, "/stub/requests").toString());
  }

  @Test
  void the_bare_server_answers_with_the_headers_and_bytes_of_another(Vertx vertx) {
    int original =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().putHeader("ETag", "\"1\"").end("picture"))
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();
    int port =
        BareServer.listen(vertx, 0, URI.create("http://127.0.0.1:" + original + "/x.svg"))
            .await()
            .actualPort();

    HttpClientResponse response = request(vertx, port, "/whatever");

    assertEquals("\"1\"", response.getHeader("ETag"));
    assertEquals("picture", response.body().await().toString());
  }

  /**
   * Vert.x closes a client that is no longer referenced, and its request may then never complete.
   */
  @RepeatedTest(10)
  void the_bare_server_holds_its_client_while_memory_is_collected(Vertx vertx) throws Exception {
    int original =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end("picture"))
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();
    URI badge = URI.create("http://127.0.0.1:" + original + "/x.svg");

    Future<HttpServer> bare = BareServer.listen(vertx, 0, badge);
    for (int i = 0; i < 20 && !bare.isComplete(); i++) {
      System.gc();
    }

    assertTrue(bare.await(10, TimeUnit.SECONDS).actualPort() > 0);
  }

  @Test
  void a_stampede_counts_successful_responses(Vertx vertx) {
    URI badge = URI.create("http://127.0.0.1:" + upstream(vertx) + "/pypi/x/json");

    assertEquals(50, Stampede.run(vertx, 50, badge).await());
  }

  @Test
  void the_probe_finds_broken_pictures_and_server_errors(Vertx vertx) {
    int port =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  boolean picture = request.path().endsWith(".svg");
                  request
                      .response()
                      .setStatusCode(picture ? 200 : 500)
                      .putHeader("Content-Type", "image/svg+xml")
                      .end("<svg>");
                })
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();

    UrlProbe.Findings findings =
        UrlProbe.run(vertx, URI.create("http://127.0.0.1:" + port), 200).await();

    assertEquals(200, findings.answers());
    assertEquals(200, findings.serverErrors() + findings.brokenPictures());
    assertTrue(findings.pictures() > 0 && findings.serverErrors() > 0);
    assertEquals(findings, UrlProbe.Findings.parse(findings.json()));
  }

  private static int upstream(Vertx vertx) {
    return new UpstreamStub(vertx, new ProjectDocument(DOCUMENT), Duration.ofMillis(1))
        .listen(0)
        .await()
        .actualPort();
  }

  private static Buffer get(Vertx vertx, int port, String path) {
    return request(vertx, port, path).body().await();
  }

  private static HttpClientResponse request(Vertx vertx, int port, String path) {
    HttpClient client = vertx.createHttpClient();
    return client
        .request(HttpMethod.GET, port, "127.0.0.1", path)
        .compose(request -> request.send().compose(r -> r.body().map(r)))
        .eventually(client::close)
        .await();
  }
}
