package dev.blazon.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.Caption;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.wire.ChartExchange;
import dev.blazon.chart.wire.ChartForm;
import dev.blazon.chart.wire.ChartRequest;
import dev.blazon.service.http.SecurityHeaders;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests charts over HTTP. */
@Timeout(60)
class ChartEndpointTest extends RunningImaging {

  private static final byte[] CHART =
      ChartForm.encode(
          new ChartRequest(
              new MessageChart(new Caption("requests: downloads", "", "None."), "None."),
              new ChartLook(ChartLook.Theme.LIGHT, 400, 200, 1)));

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void a_posted_chart_is_answered_with_its_picture_and_kept(ImageFormat format) throws Exception {
    HttpResponse<Buffer> first = postChart(ChartExchange.path(format), CHART);
    HttpResponse<Buffer> second = postChart(ChartExchange.path(format), CHART);

    assertEquals(200, first.statusCode());
    assertEquals(format.contentType(), first.getHeader("Content-Type"));
    assertEquals("painted", first.getHeader("Blazon-Cache"));
    assertEquals("memory", second.getHeader("Blazon-Cache"));
    assertEquals(first.body(), second.body());
    assertEquals(first.getHeader("ETag"), second.getHeader("ETag"));
    SecurityHeaders.ALL.forEach(
        header -> assertEquals(header.getValue(), first.getHeader(header.getKey())));
  }

  @Test
  void a_png_has_the_size_that_is_asked_for() throws Exception {
    HttpResponse<Buffer> answer = postChart("/v1/chart.png", CHART);

    var image = ImageIO.read(new ByteArrayInputStream(answer.body().getBytes()));
    assertEquals(400, image.getWidth());
    assertEquals(200, image.getHeight());
  }

  @Test
  void bytes_that_are_no_chart_are_refused_with_one_line() throws Exception {
    HttpResponse<Buffer> empty = postChart("/v1/chart.svg", new byte[0]);
    HttpResponse<Buffer> junk = postChart("/v1/chart.svg", new byte[] {1, 2, 3});

    assertEquals(400, empty.statusCode());
    assertEquals(400, junk.statusCode());
    assertTrue(junk.bodyAsString().matches("[^\n]+\n"), junk.bodyAsString());
    assertEquals("no-store", junk.getHeader("Cache-Control"));
  }

  @Test
  void a_longer_body_than_any_chart_is_refused() throws Exception {
    HttpResponse<Buffer> answer =
        postChart("/v1/chart.svg", new byte[ChartExchange.LONGEST_BODY + 1]);

    assertEquals(413, answer.statusCode());
  }

  @Test
  void a_chart_is_only_posted_and_only_in_a_known_format() throws Exception {
    HttpResponse<Buffer> get = get("/v1/chart.svg");

    assertEquals(405, get.statusCode());
    assertEquals("POST", get.getHeader("Allow"));
    assertEquals(404, get("/v1/chart.gif").statusCode());
    assertEquals(405, send(HttpMethod.HEAD, "/v1/chart.png", Map.of()).statusCode());
  }

  private HttpResponse<Buffer> postChart(String uri, byte[] body) throws Exception {
    return anotherClient()
        .request(HttpMethod.POST, port(), "127.0.0.1", uri)
        .putHeader("Content-Type", ChartExchange.TYPE)
        .sendBuffer(Buffer.buffer(body))
        .await(20, TimeUnit.SECONDS);
  }
}
