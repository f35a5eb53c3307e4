package dev.blazon.api.web;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The few answers that are no badges. Thread-safe. */
final class Pages {

  private static final String HTML = "text/html;charset=utf-8";
  private static final String TEXT = "text/plain;charset=utf-8";

  /** Changes only with the next release. */
  private static final String CACHE_CONTROL = "public, max-age=300, s-maxage=3600";

  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final String ROBOTS = "User-agent: *\nAllow: /$\nDisallow: /\n";

  private final Map<String, RenderedAnswer.Content> pages = new HashMap<>();
  private final Counter counter;
  private final Clock clock;

  Pages(WebMetrics metrics, Clock clock) {
    this.counter = metrics.pages();
    this.clock = clock;
    add("/", HTML, FrontPage.HTML, List.of(Map.entry("Content-Security-Policy", PAGE_POLICY)));
    add("/robots.txt", TEXT, ROBOTS, List.of());
  }

  private void add(
      String path, String contentType, String text, List<Map.Entry<String, String>> headers) {
    Buffer body = Buffer.buffer(text);
    pages.put(
        path,
        new RenderedAnswer.Content(
            200, contentType, body, EntityTags.of(body), CACHE_CONTROL, true, headers));
  }

  /** The page at that path, if there is one. */
  Optional<RenderedAnswer> at(String path) {
    return Optional.ofNullable(pages.get(path))
        .map(page -> new RenderedAnswer(page, Outcome.STATIC, counter, clock.millis()));
  }
}
