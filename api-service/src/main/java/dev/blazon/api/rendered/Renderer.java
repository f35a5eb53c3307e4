package dev.blazon.api.rendered;

import dev.blazon.api.dialect.AnswerFormat;
import dev.blazon.api.dialect.BadgeRequest;
import dev.blazon.api.resolve.Outcome;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.api.resolve.ResolvedBadge;
import dev.blazon.badge.Picture;
import dev.blazon.badge.PictureExchange;
import dev.blazon.service.http.EntityTag;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Makes the answer, with its headers, from a resolved badge and its picture. Thread-safe. */
public final class Renderer {

  private final WebMetrics metrics;
  private final Clock clock;

  public Renderer(WebMetrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  public RenderedAnswer picture(RequestTarget target, ResolvedBadge badge, Picture picture) {
    ResolvedBadge resolved = picture.hurried() ? badge.hurried() : badge;
    List<Map.Entry<String, String>> headers = headers(target, resolved);
    picture
        .logoProblem()
        .ifPresent(problem -> headers.add(Map.entry(PictureExchange.LOGO_HEADER, problem)));
    return answer(
        resolved,
        new RenderedAnswer.Response(
            resolved.outcome().pictureStatus(),
            picture.format().contentType(),
            picture.body(),
            picture.etag(),
            cacheControl(resolved),
            resolved.request().format() == AnswerFormat.SVG,
            headers));
  }

  public RenderedAnswer json(RequestTarget target, ResolvedBadge resolved) {
    Buffer body = BadgeJson.write(resolved);
    return answer(
        resolved,
        new RenderedAnswer.Response(
            resolved.outcome().jsonStatus(),
            BadgeJson.CONTENT_TYPE,
            body,
            EntityTag.of(body),
            cacheControl(resolved),
            true,
            headers(target, resolved)));
  }

  /** The earlier answer as a stale one, because the new one would report a temporary failure. */
  public RenderedAnswer asStale(RenderedAnswer before, ResolvedBadge resolved) {
    metrics.stale();
    return before.asStale(counter(resolved, Outcome.STALE), clock.millis());
  }

  private RenderedAnswer answer(ResolvedBadge resolved, RenderedAnswer.Response response) {
    metrics.made(resolved.request().format(), resolved.outcome());
    return new RenderedAnswer(
        response, resolved.outcome(), counter(resolved, resolved.outcome()), clock.millis());
  }

  private Counter counter(ResolvedBadge resolved, Outcome outcome) {
    BadgeRequest request = resolved.request();
    return metrics.requests(request.dialect(), request.subject().name(), request.format(), outcome);
  }

  private static String cacheControl(ResolvedBadge resolved) {
    return resolved.outcome().isLasting()
        ? CachePolicy.ofFact(resolved.request().cacheSeconds())
        : CachePolicy.BRIEF;
  }

  private static List<Map.Entry<String, String>> headers(
      RequestTarget target, ResolvedBadge resolved) {
    BadgeRequest request = resolved.request();
    return AnswerHeaders.of(
        target,
        request.subject().project().stream().toList(),
        fileName(request),
        resolved.outcome());
  }

  /**
   * The file name of a download, such as {@code requests-version.svg}: letters, digits, dots and
   * hyphens only.
   */
  private static String fileName(BadgeRequest request) {
    String shield = request.subject().name().replace('_', '-');
    String stem =
        request.subject().project().map(name -> name.normalized() + "-" + shield).orElse("badge");
    return stem + "." + request.format().extension();
  }
}
