package dev.blazon.api.web;

import dev.blazon.api.dialect.BadgeRequest;
import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.imaging.Imaging;
import dev.blazon.api.imaging.TinyBadge;
import dev.blazon.api.rendered.RenderedAnswer;
import dev.blazon.api.rendered.RenderedAnswers;
import dev.blazon.api.rendered.Renderer;
import dev.blazon.api.resolve.BadgeResolver;
import dev.blazon.api.resolve.ErrorBadges;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.api.resolve.ResolvedBadge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.service.Flights;
import dev.blazon.service.RequestId;
import dev.blazon.service.log.InternalErrors;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers the URL of a badge in four steps: read, resolve, paint, cache. There is always an answer
 * within the deadlines; its future never fails. Concurrent requests of the same URL share the work.
 * Thread-safe.
 */
final class BadgeAnswers {

  private final Documents documents;
  private final Dialects dialects;
  private final BadgeResolver resolver;
  private final Imaging imaging;
  private final Renderer renderer;
  private final RenderedAnswers rendered;
  private final Deadlines deadlines;
  private final Flights<RequestTarget, RenderedAnswer> flights = new Flights<>();

  BadgeAnswers(
      Documents documents,
      Dialects dialects,
      BadgeResolver resolver,
      Imaging imaging,
      Renderer renderer,
      RenderedAnswers rendered,
      Deadlines deadlines) {
    this.documents = documents;
    this.dialects = dialects;
    this.resolver = resolver;
    this.imaging = imaging;
    this.renderer = renderer;
    this.rendered = rendered;
    this.deadlines = deadlines;
  }

  /**
   * Answers this URL, on the caller's Vert.x context, and caches the answer for the next reader.
   *
   * @param id the id of the request that starts the work, for the logs
   */
  Future<RenderedAnswer> answer(RequestTarget target, RequestId id) {
    return flights.join(
        target,
        () ->
            documents
                .at(target.path())
                .map(Future::succeededFuture)
                .orElseGet(() -> badge(target, id))
                .onSuccess(answer -> rendered.put(target, answer)));
  }

  private Future<RenderedAnswer> badge(RequestTarget target, RequestId id) {
    long start = System.nanoTime();
    return Future.succeededFuture(target)
        .compose(this::resolved)
        .compose(resolved -> answer(target, resolved, start, id))
        .recover(problem -> answer(target, internalError(target, problem, id), start, id));
  }

  private Future<ResolvedBadge> resolved(RequestTarget target) {
    if (target.isTooLong()) {
      return Future.succeededFuture(ErrorBadges.tooLong(target));
    }
    return dialects
        .read(target.host(), target.path(), target.query())
        .map(this::withinDeadline)
        .orElseGet(() -> Future.succeededFuture(ErrorBadges.unknown(target)));
  }

  /** Resolves the badge. If the deadline passes, the badge says so and the look-up goes on. */
  private Future<ResolvedBadge> withinDeadline(BadgeRequest request) {
    return resolver
        .resolve(request)
        .timeout(deadlines.facts().toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            problem ->
                problem instanceof TimeoutException
                    ? Future.succeededFuture(resolver.late(request))
                    : Future.failedFuture(problem));
  }

  private static ResolvedBadge internalError(
      RequestTarget target, Throwable problem, RequestId id) {
    InternalErrors.log(id, problem, "no answer to {}", target.uri());
    return ErrorBadges.internalError(target);
  }

  private Future<RenderedAnswer> answer(
      RequestTarget target, ResolvedBadge resolved, long start, RequestId id) {
    return switch (resolved.request().format()) {
      case JSON ->
          Future.succeededFuture(orLastKnown(target, resolved, renderer.json(target, resolved)));
      case SVG -> paint(target, resolved, ImageFormat.SVG, start, id);
      case PNG -> paint(target, resolved, ImageFormat.PNG, start, id);
    };
  }

  private Future<RenderedAnswer> paint(
      RequestTarget target, ResolvedBadge resolved, ImageFormat format, long start, RequestId id) {
    Duration left = deadlines.painting(Duration.ofNanos(System.nanoTime() - start));
    return Future.succeededFuture(resolved.badge())
        .compose(badge -> imaging.picture(badge, format, resolved.generic(), id))
        .timeout(left.toMillis(), TimeUnit.MILLISECONDS)
        .map(picture -> renderer.picture(target, resolved, picture))
        .otherwise(
            problem ->
                renderer.picture(
                    target, resolved.unpainted(), TinyBadge.picture(resolved.badge(), format)))
        .map(answer -> orLastKnown(target, resolved, answer));
  }

  /** Replaces a temporary failure by the last known fact of this URL, if there is one. */
  private RenderedAnswer orLastKnown(
      RequestTarget target, ResolvedBadge resolved, RenderedAnswer answer) {
    if (!answer.outcome().isPassing()) {
      return answer;
    }
    return rendered
        .lastKnown(target)
        .map(before -> renderer.asStale(before, resolved))
        .orElse(answer);
  }
}
