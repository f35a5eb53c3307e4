package dev.blazon.api.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.BadgeQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Picture;
import dev.blazon.badge.Style;
import dev.blazon.service.RequestId;
import dev.blazon.upstream.HostResolver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests {@link RemoteImaging} with small real servers that stand in for imaging services. */
class RemoteImagingTest {

  private static final RequestId ID = new RequestId("test");

  private static final Badge BADGE = Badge.of("pypi", "1.0 & more", BadgeColor.BLUE);

  /** Long, because the test machine may be busy. */
  private static final Duration DEADLINE = Duration.ofSeconds(4);

  private static final Duration BRIEF = Duration.ofMillis(800);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws TimeoutException {
    await(vertx.close());
  }

  @Test
  void requests_the_badge_by_its_canonical_query() throws TimeoutException {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    RemoteImaging imaging =
        open(
            node(
                request -> {
                  seen.add(
                      request.uri()
                          + " "
                          + request.getHeader("Cache-Control")
                          + " "
                          + request.getHeader("X-Request-Id"));
                  paint(request);
                }));

    Picture picture = picture(imaging, BADGE, true);
    picture(imaging, BADGE, false);

    assertEquals("painted", picture.body().toString());
    assertEquals("\"tag\"", picture.etag());
    assertEquals(Picture.Source.DISK, picture.source());
    assertEquals(Optional.of("unknown logo"), picture.logoProblem());
    String uri = "/v1/badge.svg?" + BadgeQuery.encode(BADGE);
    assertEquals(List.of(uri + " null test", uri + " no-store test"), seen);
  }

  @Test
  void sends_a_query_too_long_for_a_url_as_a_form() throws TimeoutException {
    Badge badge =
        new Badge(
            "a",
            "b",
            BadgeColor.RED,
            Optional.empty(),
            Style.FLAT,
            Optional.of(Logo.of("data:image/png;base64," + "A".repeat(9000))),
            List.of(),
            "",
            1);
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    RemoteImaging imaging =
        open(
            node(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body -> {
                              seen.add(request.method() + " " + request.uri() + "?" + body);
                              paint(request);
                            })));

    picture(imaging, badge, true);

    assertEquals(List.of("POST /v1/badge.svg?" + BadgeQuery.encode(badge)), seen);
  }

  @Test
  void recognises_a_hurried_picture_by_no_store() throws TimeoutException {
    RemoteImaging imaging =
        open(
            node(
                request -> {
                  request.response().putHeader("Cache-Control", "no-store");
                  paint(request);
                }));

    assertTrue(picture(imaging, BADGE, true).hurried());
    assertFalse(picture(open(node(RemoteImagingTest::paint)), BADGE, true).hurried());
  }

  @Test
  void rejects_an_answer_that_is_not_a_picture() throws TimeoutException {
    RemoteImaging imaging =
        open(
            node(
                request ->
                    request
                        .response()
                        .putHeader("ETag", "\"page\"")
                        .putHeader("Content-Type", "text/html")
                        .end("<h1>Welcome to your new proxy</h1>")));

    assertThrows(RuntimeException.class, () -> picture(imaging, BADGE, true));
  }

  @Test
  void retries_on_another_node_and_leaves_the_lost_one_out() throws TimeoutException {
    AtomicInteger painted = new AtomicInteger();
    HttpServer lost = server(0, RemoteImagingTest::paint);
    URI well =
        node(
            request -> {
              painted.incrementAndGet();
              paint(request);
            });
    await(lost.close());
    RemoteImaging imaging = open(address(lost), well);

    for (int i = 0; i < 4; i++) {
      picture(imaging, BADGE, true);
    }

    assertEquals(4, painted.get());
  }

  @Test
  void an_answer_that_is_not_a_picture_is_retried_elsewhere() throws TimeoutException {
    RemoteImaging imaging =
        open(
            node(request -> request.response().setStatusCode(500).end()),
            node(RemoteImagingTest::paint));

    for (int i = 0; i < 6; i++) {
      assertEquals("painted", picture(imaging, BADGE, true).body().toString());
    }
  }

  @Test
  void a_refused_badge_is_not_retried_elsewhere() throws TimeoutException {
    AtomicInteger requests = new AtomicInteger();
    Handler<HttpServerRequest> refusing =
        request -> {
          requests.incrementAndGet();
          request.response().setStatusCode(400).end("style: no such style");
        };
    RemoteImaging imaging = open(node(refusing), node(refusing));

    assertThrows(ImagingClient.RefusedException.class, () -> picture(imaging, BADGE, true));
    assertEquals(1, requests.get());
  }

  @Test
  void a_silent_node_costs_no_more_than_the_deadline() throws TimeoutException {
    RemoteImaging imaging = open(BRIEF, node(request -> {}));
    long start = System.nanoTime();

    assertThrows(TimeoutException.class, () -> picture(imaging, BADGE, true));

    assertTrue(System.nanoTime() - start < BRIEF.plusMillis(700).toNanos());
  }

  @Test
  void a_node_that_comes_back_is_found_by_a_probe() throws TimeoutException {
    HttpServer lost = server(0, RemoteImagingTest::paint);
    await(lost.close());
    RemoteImaging imaging = open(address(lost));
    assertThrows(Exception.class, () -> picture(imaging, BADGE, true));
    assertThrows(Exception.class, () -> picture(imaging, BADGE, true));

    Promise<Void> probedTwice = Promise.promise();
    AtomicInteger probes = new AtomicInteger();
    server(
        address(lost).getPort(),
        request -> {
          // The first probe fails, so a second one shows that probing goes on after a failure.
          if (probes.incrementAndGet() == 1) {
            request.connection().close();
          } else {
            request.response().endHandler(sent -> probedTwice.tryComplete());
            paint(request);
          }
        });
    await(probedTwice.future());

    assertEquals("painted", soon(imaging).body().toString());
  }

  /** The probe's answer may still be on its way after the stub has sent it. */
  private Picture soon(RemoteImaging imaging) throws TimeoutException {
    Promise<Picture> found = Promise.promise();
    long timer =
        vertx.setPeriodic(
            10,
            tick ->
                imaging.picture(BADGE, ImageFormat.SVG, true, ID).onSuccess(found::tryComplete));
    try {
      return await(found.future());
    } finally {
      vertx.cancelTimer(timer);
    }
  }

  private RemoteImaging open(URI... nodes) throws TimeoutException {
    return open(DEADLINE, nodes);
  }

  private RemoteImaging open(Duration deadline, URI... nodes) throws TimeoutException {
    return await(
        RemoteImaging.open(
            vertx,
            List.of(nodes),
            HostResolver.ofSystem(vertx),
            deadline,
            new SimpleMeterRegistry()));
  }

  private URI node(Handler<HttpServerRequest> handler) throws TimeoutException {
    return address(server(0, handler));
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  private HttpServer server(int port, Handler<HttpServerRequest> handler) throws TimeoutException {
    return await(vertx.createHttpServer().requestHandler(handler).listen(port, "127.0.0.1"));
  }

  private static void paint(HttpServerRequest request) {
    request
        .response()
        .putHeader("Content-Type", ImageFormat.SVG.contentType())
        .putHeader("ETag", "\"tag\"")
        .putHeader("Blazon-Cache", "disk")
        .putHeader("Blazon-Logo", "unknown logo")
        .end("painted");
  }

  private static Picture picture(RemoteImaging imaging, Badge badge, boolean generic)
      throws TimeoutException {
    return await(imaging.picture(badge, ImageFormat.SVG, generic, ID));
  }

  private static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(5, TimeUnit.SECONDS);
  }
}
