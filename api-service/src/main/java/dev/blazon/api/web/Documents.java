package dev.blazon.api.web;

import dev.blazon.api.rendered.RenderedAnswer;
import dev.blazon.api.rendered.WebMetrics;
import dev.blazon.api.resolve.Outcome;
import dev.blazon.service.http.EntityTag;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API documents for programs: the list of shields and the OpenAPI description. Thread-safe. */
final class Documents {

  private static final String JSON = "application/json;charset=utf-8";

  /** The documents change only with a new release. */
  private static final String CACHE_CONTROL = "public, max-age=300, s-maxage=3600";

  private final Map<String, RenderedAnswer.Response> documents = new HashMap<>();
  private final Counter counter;
  private final Clock clock;

  Documents(JsonObject shields, JsonObject openApi, WebMetrics metrics, Clock clock) {
    this.counter = metrics.documents();
    this.clock = clock;
    add("/api/shields", shields);
    add("/api/openapi.json", openApi);
  }

  private void add(String path, JsonObject json) {
    Buffer body = json.toBuffer();
    documents.put(
        path,
        new RenderedAnswer.Response(
            200, JSON, body, EntityTag.of(body), CACHE_CONTROL, true, List.of()));
  }

  /** The document at this path, if there is one. */
  Optional<RenderedAnswer> at(String path) {
    return Optional.ofNullable(documents.get(path))
        .map(document -> new RenderedAnswer(document, Outcome.STATIC, counter, clock.millis()));
  }
}
