package dev.blazon.api.rendered;

import dev.blazon.api.dialect.AnswerFormat;
import dev.blazon.api.dialect.BadgeRequest;
import dev.blazon.api.resolve.Outcome;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.api.resolve.ResolvedBadge;
import dev.blazon.api.resolve.SubjectName;
import dev.blazon.badge.Picture;
import dev.blazon.service.http.EntityTag;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a told badge, painted or written, into an answer with its headers. Thread-safe. */
public final class Renderer {

  /** Tells our own cache in front, to which a picture of a failure looks like any other. */
  private static final Map.Entry<String, String> FAILED = Map.entry("Blazon-Outcome", "failed");

  private final WebMetrics metrics;
  private final Clock clock;

  public Renderer(WebMetrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  public RenderedAnswer picture(RequestTarget ask, ResolvedBadge told, Picture picture) {
    ResolvedBadge telling = picture.hurried() ? told.hurried() : told;
    List<Map.Entry<String, String>> headers = headers(ask, telling);
    picture.logoProblem().ifPresent(problem -> headers.add(Map.entry("Blazon-Logo", problem)));
    return answer(
        telling,
        new RenderedAnswer.Content(
            telling.outcome().pictureStatus(),
            picture.format().contentType(),
            picture.body(),
            picture.etag(),
            cacheControl(telling),
            telling.request().format() == AnswerFormat.SVG,
            headers));
  }

  public RenderedAnswer json(RequestTarget ask, ResolvedBadge telling) {
    Buffer body = BadgeJson.write(telling);
    return answer(
        telling,
        new RenderedAnswer.Content(
            telling.outcome().jsonStatus(),
            BadgeJson.CONTENT_TYPE,
            body,
            EntityTag.of(body),
            cacheControl(telling),
            true,
            headers(ask, telling)));
  }

  /** What was answered before, given again because what would be answered now is worse. */
  public RenderedAnswer again(RenderedAnswer before, ResolvedBadge telling) {
    metrics.again();
    return before.asStale(counter(telling, Outcome.STALE), clock.millis());
  }

  private RenderedAnswer answer(ResolvedBadge telling, RenderedAnswer.Content content) {
    metrics.made(telling.request().format(), telling.outcome());
    return new RenderedAnswer(
        content, telling.outcome(), counter(telling, telling.outcome()), clock.millis());
  }

  private Counter counter(ResolvedBadge telling, Outcome outcome) {
    BadgeRequest request = telling.request();
    return metrics.requests(
        request.dialect(), SubjectName.of(request.subject()).shield(), request.format(), outcome);
  }

  private static String cacheControl(ResolvedBadge telling) {
    return telling.outcome().isLasting()
        ? CachePolicy.ofFact(telling.request().cacheSeconds())
        : CachePolicy.BRIEF;
  }

  private static List<Map.Entry<String, String>> headers(RequestTarget ask, ResolvedBadge telling) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    SubjectName name = SubjectName.of(telling.request().subject());
    name.project().ifPresent(project -> headers.add(Map.entry("Surrogate-Key", project)));
    if (ask.isDownload()) {
      String file = name.fileName(telling.request().format());
      headers.add(Map.entry("Content-Disposition", "attachment; filename=\"" + file + "\""));
    }
    if (telling.outcome().isPassing()) {
      headers.add(FAILED);
    }
    return headers;
  }
}
