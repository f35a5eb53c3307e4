package dev.blazon.api.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.chart.Caption;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.wire.ChartExchange;
import dev.blazon.chart.wire.ChartForm;
import dev.blazon.chart.wire.ChartRequest;
import dev.blazon.service.RequestId;
import dev.blazon.upstream.HostResolver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Charts go to imaging services over HTTP as badges do. */
@Timeout(60)
class RemoteChartsTest {

  private static final RequestId ID = new RequestId("test");
  private static final MessageChart CHART =
      new MessageChart(new Caption("requests: downloads", "", "None."), "None.");
  private static final ChartLook LOOK = new ChartLook(ChartLook.Theme.DARK, 400, 200, 2);

  private final Vertx vertx = Vertx.vertx();
  private final List<ChartRequest> received = new CopyOnWriteArrayList<>();
  private final List<AtomicInteger> statuses = new ArrayList<>();
  private final List<AtomicInteger> charts = new ArrayList<>();
  private RemoteImaging imaging;

  @BeforeEach
  void start() throws Exception {
    List<URI> services = List.of(node(), node());
    imaging =
        RemoteImaging.open(
                vertx,
                services,
                HostResolver.ofSystem(vertx),
                Duration.ofSeconds(4),
                new SimpleMeterRegistry())
            .await(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() throws TimeoutException {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  /** A service that answers charts with its status, and badges well. */
  private URI node() throws TimeoutException {
    AtomicInteger status = new AtomicInteger(200);
    AtomicInteger count = new AtomicInteger();
    statuses.add(status);
    charts.add(count);
    int port =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  if (ChartExchange.format(request.path()).isPresent()) {
                    count.incrementAndGet();
                    answer(request, status.get());
                  } else {
                    picture(request, ImageFormat.SVG, "badge");
                  }
                })
            .listen(0, "127.0.0.1")
            .await(10, TimeUnit.SECONDS)
            .actualPort();
    return URI.create("http://127.0.0.1:" + port);
  }

  private void answer(HttpServerRequest request, int status) {
    ImageFormat format = ChartExchange.format(request.path()).orElseThrow();
    request
        .body()
        .onSuccess(
            body -> {
              assertEquals(HttpMethod.POST, request.method());
              assertEquals("test", request.getHeader("X-Request-Id"));
              received.add(read(body));
              if (status == 200) {
                picture(request, format, "chart");
              } else {
                request.response().setStatusCode(status).end("refused");
              }
            });
  }

  private static ChartRequest read(Buffer body) {
    try {
      return ChartForm.decode(body.getBytes());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void picture(HttpServerRequest request, ImageFormat format, String body) {
    request
        .response()
        .putHeader("Content-Type", format.contentType())
        .putHeader("ETag", "\"tag\"")
        .end(body);
  }

  @Test
  void a_chart_arrives_as_it_was_sent() throws TimeoutException {
    Picture svg = chart(ImageFormat.SVG);
    Picture png = chart(ImageFormat.PNG);

    assertEquals("chart", svg.body().toString());
    assertEquals(ImageFormat.PNG, png.format());
    assertEquals("\"tag\"", png.etag());
    assertEquals(List.of(new ChartRequest(CHART, LOOK), new ChartRequest(CHART, LOOK)), received);
  }

  @Test
  void a_node_that_fails_costs_no_chart() throws TimeoutException {
    statuses.get(0).set(500);
    for (int i = 0; i < 6; i++) {
      assertEquals("chart", chart(ImageFormat.SVG).body().toString());
    }
    assertTrue(charts.get(0).get() > 0);
  }

  @Test
  void a_busy_node_costs_no_chart() throws TimeoutException {
    statuses.get(1).set(503);
    for (int i = 0; i < 6; i++) {
      assertEquals("chart", chart(ImageFormat.SVG).body().toString());
    }
    assertTrue(charts.get(1).get() > 0);
  }

  @Test
  void a_refused_chart_is_not_sent_to_another_node() {
    statuses.forEach(status -> status.set(400));

    Exception refusal = assertThrows(Exception.class, () -> chart(ImageFormat.SVG));

    assertTrue(refusal.getMessage().contains("refused"), refusal.getMessage());
    assertEquals(1, charts.get(0).get() + charts.get(1).get());
  }

  private Picture chart(ImageFormat format) throws TimeoutException {
    return imaging.chart(CHART, LOOK, format, ID).await(10, TimeUnit.SECONDS);
  }
}
