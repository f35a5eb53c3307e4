package dev.blazon.api.web;

import dev.blazon.api.dialect.BadgeRequest;
import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.imaging.ImagingDoor;
import dev.blazon.api.imaging.TinyBadge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.service.CannotHappen;
import dev.blazon.service.RequestId;
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
  private final Teller teller;
  private final ImagingDoor imaging;
  private final Renderer renderer;
  private final RenderedAnswers rendered;
  private final Deadlines deadlines;

  BadgeAnswers(
      Documents documents,
      Dialects dialects,
      Teller teller,
      ImagingDoor imaging,
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
  Future<RenderedAnswer> answer(Ask ask, RequestId id) {
    return documents
        .at(ask.path())
        .map(Future::succeededFuture)
        .orElseGet(() -> badge(ask, id))
        .onSuccess(answer -> rendered.keep(ask, answer));
  }

  private Future<RenderedAnswer> badge(Ask ask, RequestId id) {
    long start = System.nanoTime();
    return Future.succeededFuture(ask)
        .compose(this::told)
        .compose(telling -> answer(ask, telling, start, id))
        .recover(problem -> answer(ask, internalError(ask, problem, id), start, id));
  }

  private Future<Telling> told(Ask ask) {
    if (ask.isTooLong()) {
      return Future.succeededFuture(Unreadable.tooLong(ask));
    }
    return dialects
        .read(ask.host(), ask.path(), ask.query())
        .map(this::tell)
        .orElseGet(() -> Future.succeededFuture(Unreadable.unknown(ask)));
  }

  /** The words, in time: or the word that they are late, while the look-up goes on. */
  private Future<Telling> tell(BadgeRequest request) {
    return teller
        .tell(request)
        .timeout(deadlines.facts().toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            problem ->
                problem instanceof TimeoutException
                    ? Future.succeededFuture(teller.late(request))
                    : Future.failedFuture(problem));
  }

  private static Telling internalError(Ask ask, Throwable problem, RequestId id) {
    CannotHappen.log(id, problem, "no answer to {}", ask.uri());
    return Unreadable.internalError(ask);
  }

  private Future<RenderedAnswer> answer(Ask ask, Telling telling, long start, RequestId id) {
    return switch (telling.request().format()) {
      case JSON -> Future.succeededFuture(orAsBefore(ask, telling, renderer.json(ask, telling)));
      case SVG -> paint(ask, telling, ImageFormat.SVG, start, id);
      case PNG -> paint(ask, telling, ImageFormat.PNG, start, id);
    };
  }

  private Future<RenderedAnswer> paint(
      Ask ask, Telling telling, ImageFormat format, long start, RequestId id) {
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
  private RenderedAnswer orAsBefore(Ask ask, Telling telling, RenderedAnswer answer) {
    if (!answer.outcome().isPassing()) {
      return answer;
    }
    return rendered.lastKnown(ask).map(before -> renderer.again(before, telling)).orElse(answer);
  }
}
