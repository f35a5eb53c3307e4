package dev.blazon.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.PictureExchange;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests painting over HTTP. */
class ImagingServerTest extends RunningImaging {

  @Test
  void health_is_also_answered_on_the_port_for_badges() throws Exception {
    assertEquals(200, get("/healthz").statusCode());
    assertEquals(503, get("/readyz").statusCode());
    assertEquals("starting\n", get("/readyz").bodyAsString());

    server().warmUp().await(20, TimeUnit.SECONDS);
    readiness().ready();

    assertEquals(200, get("/readyz").statusCode());
    assertEquals(
        "memory",
        get("/v1/badge.png?label=imaging&message=warm&color=brightgreen")
            .getHeader("Blazon-Cache"));
  }

  @Test
  void while_stopping_every_answer_is_the_last_on_its_connection() throws Exception {
    assertNull(get(BADGE).getHeader("Connection"));

    readiness().stop();

    assertEquals("close", get(BADGE).getHeader("Connection"));
    assertEquals(503, get("/readyz").statusCode());
    assertEquals("stopping\n", get("/readyz").bodyAsString());
    assertEquals(200, get("/healthz").statusCode());
  }

  @Test
  void a_badge_is_painted_once_and_then_cached() throws Exception {
    HttpResponse<Buffer> first = get(BADGE);
    HttpResponse<Buffer> second = get("/v1/badge.svg?message=yes&label=wheel&style=flat&x=y");

    assertEquals(200, first.statusCode());
    assertTrue(first.bodyAsString().contains("wheel: yes"), first.bodyAsString());
    assertEquals("painted", first.getHeader("Blazon-Cache"));
    assertEquals("memory", second.getHeader("Blazon-Cache"));
    assertEquals(first.body(), second.body());
    assertEquals(first.getHeader("ETag"), second.getHeader("ETag"));
    assertEquals("image/svg+xml;charset=utf-8", first.getHeader("Content-Type"));
    assertEquals("public, max-age=86400, immutable", first.getHeader("Cache-Control"));
  }

  @Test
  void head_has_the_headers_of_get_without_the_picture() throws Exception {
    HttpResponse<Buffer> get = get(BADGE);
    HttpResponse<Buffer> head = send(HttpMethod.HEAD, BADGE, Map.of());

    assertEquals(200, head.statusCode());
    assertEquals(get.getHeader("ETag"), head.getHeader("ETag"));
    assertEquals(get.getHeader("Content-Length"), head.getHeader("Content-Length"));
    assertEquals(null, head.body());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "%s,                      304",
        "W/%s,                    304",
        "~\"other\", W/%s, \"x\"~, 304",
        "*,                       304",
        "\"other\",               200",
        "W/\"other\",             200",
      })
  void a_picture_that_the_client_has_is_not_sent_again(String ifNoneMatch, int status)
      throws Exception {
    String etag = get(BADGE).getHeader("ETag");

    HttpResponse<Buffer> answer =
        send(HttpMethod.GET, BADGE, Map.of("If-None-Match", ifNoneMatch.replace("%s", etag)));

    assertEquals(status, answer.statusCode());
    assertEquals(etag, answer.getHeader("ETag"));
    assertEquals(status == 304, answer.body() == null);
  }

  @Test
  void a_query_too_long_for_a_url_can_be_posted() throws Exception {
    String form = "application/x-www-form-urlencoded";
    String query = "label=wheel&message=yes&x=" + "y".repeat(100_000);

    HttpResponse<Buffer> answer = post(form, query);

    assertEquals(200, answer.statusCode());
    assertEquals(get(BADGE).body(), answer.body());
    assertEquals(413, post(form, query + "y".repeat(PostedQuery.MAX_BYTES)).statusCode());
    assertEquals(415, post("application/json", query).statusCode());
  }

  @Test
  void a_png_is_a_png() throws Exception {
    HttpResponse<Buffer> answer =
        get("/v1/badge.png?label=python&message=3.12&logo=python&scale=2");

    assertEquals(200, answer.statusCode());
    assertEquals("image/png", answer.getHeader("Content-Type"));
    assertEquals(null, answer.getHeader("Blazon-Logo"));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body().getBytes()));
    assertEquals(40, image.getHeight());
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png"})
  void a_missing_logo_is_reported_each_time(String format) throws Exception {
    String uri = "/v1/badge." + format + "?label=x&message=y&logo=";

    HttpResponse<Buffer> first = get(uri + "no-such-brand");
    HttpResponse<Buffer> second = get(uri + "no-such-brand");

    assertEquals(200, first.statusCode());
    assertEquals("no logo of that name is known", first.getHeader("Blazon-Logo"));
    assertEquals("memory", second.getHeader("Blazon-Cache"));
    assertEquals("no logo of that name is known", second.getHeader("Blazon-Logo"));
    assertEquals(get("/v1/badge." + format + "?label=x&message=y").body(), first.body());
  }

  @Test
  void a_large_custom_logo_can_be_posted() throws Exception {
    String path = "<path d='" + "M0 0h24v24z".repeat(2_700) + "'/>";
    String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>" + path + "</svg>";
    String logo =
        "data:image/svg+xml;base64,"
            + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.US_ASCII));
    String query = "label=x&message=y&logo=" + URLEncoder.encode(logo, StandardCharsets.UTF_8);
    assertTrue(query.length() > 4 * PictureExchange.LONGEST_URL, query.length() + " long");

    HttpResponse<Buffer> answer = post("application/x-www-form-urlencoded", query);

    assertEquals(200, answer.statusCode());
    assertEquals(null, answer.getHeader("Blazon-Logo"));
    assertTrue(answer.bodyAsString().contains("data:image/svg+xml;base64,"));
  }

  @Test
  void no_store_keeps_the_picture_off_the_disk() throws Exception {
    send(HttpMethod.GET, BADGE, Map.of("Cache-Control", "no-store"));
    restart();
    HttpResponse<Buffer> notStored = get(BADGE);
    restart();
    HttpResponse<Buffer> stored = get(BADGE);

    assertEquals("painted", notStored.getHeader("Blazon-Cache"));
    assertEquals("disk", stored.getHeader("Blazon-Cache"));
    assertEquals(notStored.body(), stored.body());
  }

  @Test
  void one_free_port_is_shared_by_all_event_loops() throws Exception {
    for (int i = 0; i < 4; i++) {
      WebClient another = anotherClient();
      assertEquals(
          200,
          another.get(port(), "127.0.0.1", BADGE).send().await(20, TimeUnit.SECONDS).statusCode());
      another.close();
    }
  }
}
