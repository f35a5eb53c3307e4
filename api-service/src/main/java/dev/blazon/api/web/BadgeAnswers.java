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
import dev.blazon.service.RequestId;
import dev.blazon.service.log.InternalErrors;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The way of a request, from the URL to the answer, one direction, no way back: understand, tell,
 * paint, keep. Always answers, within the deadlines, and never with a failure. Thread-safe.
 */
final class BadgeAnswers {

  private final Documents documents;
  private final Dialects dialects;
  private final BadgeResolver teller;
  private final Imaging imaging;
  private final Renderer renderer;
  private final RenderedAnswers rendered;
  private final Deadlines deadlines;

  BadgeAnswers(
      Documents documents,
      Dialects dialects,
      BadgeResolver teller,
      Imaging imaging,
      Renderer renderer,
      RenderedAnswers rendered,
      Deadlines deadlines) {
    this.documents = documents;
    this.dialects = dialects;
    this.teller = teller;
    this.imaging = imaging;
    this.renderer = renderer;
    this.rendered = rendered;
    this.deadlines = deadlines;
  }

  /**
   * The answer to this URL; kept, so that the next reader need not wait for it.
   *
   * @param id of the request that is the first to ask for it
   */
  Future<RenderedAnswer> answer(RequestTarget ask, RequestId id) {
    return documents
        .at(ask.path())
        .map(Future::succeededFuture)
        .orElseGet(() -> badge(ask, id))
        .onSuccess(answer -> rendered.keep(ask, answer));
  }

  private Future<RenderedAnswer> badge(RequestTarget ask, RequestId id) {
    long start = System.nanoTime();
    return Future.succeededFuture(ask)
        .compose(this::told)
        .compose(telling -> answer(ask, telling, start, id))
        .recover(problem -> answer(ask, internalError(ask, problem, id), start, id));
  }

  private Future<ResolvedBadge> told(RequestTarget ask) {
    if (ask.isTooLong()) {
      return Future.succeededFuture(ErrorBadges.tooLong(ask));
    }
    return dialects
        .read(ask.host(), ask.path(), ask.query())
        .map(this::tell)
        .orElseGet(() -> Future.succeededFuture(ErrorBadges.unknown(ask)));
  }

  /** The words, in time: or the word that they are late, while the look-up goes on. */
  private Future<ResolvedBadge> tell(BadgeRequest request) {
    return teller
        .tell(request)
        .timeout(deadlines.facts().toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            problem ->
                problem instanceof TimeoutException
                    ? Future.succeededFuture(teller.late(request))
                    : Future.failedFuture(problem));
  }

  private static ResolvedBadge internalError(RequestTarget ask, Throwable problem, RequestId id) {
    InternalErrors.log(id, problem, "no answer to {}", ask.uri());
    return ErrorBadges.internalError(ask);
  }

  private Future<RenderedAnswer> answer(
      RequestTarget ask, ResolvedBadge telling, long start, RequestId id) {
    return switch (telling.request().format()) {
      case JSON -> Future.succeededFuture(orAsBefore(ask, telling, renderer.json(ask, telling)));
      case SVG -> paint(ask, telling, ImageFormat.SVG, start, id);
      case PNG -> paint(ask, telling, ImageFormat.PNG, start, id);
    };
  }

  private Future<RenderedAnswer> paint(
      RequestTarget ask, ResolvedBadge telling, ImageFormat format, long start, RequestId id) {
    Duration left = deadlines.painting(Duration.ofNanos(System.nanoTime() - start));
    return Future.succeededFuture(telling.badge())
        .compose(badge -> imaging.picture(badge, format, telling.generic(), id))
        .timeout(left.toMillis(), TimeUnit.MILLISECONDS)
        .map(picture -> renderer.picture(ask, telling, picture))
        .otherwise(
            problem ->
                renderer.picture(
                    ask, telling.unpainted(), TinyBadge.picture(telling.badge(), format)))
        .map(answer -> orAsBefore(ask, telling, answer));
  }

  /** A failure that will pass is not worth telling to those who have seen better. */
  private RenderedAnswer orAsBefore(
      RequestTarget ask, ResolvedBadge telling, RenderedAnswer answer) {
    if (!answer.outcome().isPassing()) {
      return answer;
    }
    return rendered.lastKnown(ask).map(before -> renderer.again(before, telling)).orElse(answer);
  }
}
