package dev.blazon.api.chart;

import dev.blazon.api.compare.Comparisons;
import dev.blazon.api.imaging.Imaging;
import dev.blazon.api.imaging.TinyBadge;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.Looks;
import dev.blazon.api.question.Questions;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.question.RefusedException;
import dev.blazon.api.rendered.ChartRenderer;
import dev.blazon.api.rendered.RenderedAnswer;
import dev.blazon.api.rendered.RenderedAnswers;
import dev.blazon.api.resolve.Outcome;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.api.stats.Deadline;
import dev.blazon.api.stats.Stats;
import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.chart.ChartLook;
import dev.blazon.service.Flights;
import dev.blazon.service.OverloadedException;
import dev.blazon.service.RequestId;
import dev.blazon.service.log.InternalErrors;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers the URL of a chart in four steps: read, count, paint, cache. There is always a picture
 * within the reader's time; the future never fails. Concurrent requests of the same URL share the
 * work. Thread-safe.
 */
public final class ChartAnswers {

  /** Charts under way hold little until it is their turn to be counted. */
  private static final int MOST_UNDER_WAY = 256;

  /** This fraction of a reader's time (1/4) is left for painting, which may need a second try. */
  private static final int PAINTING_SHARE = 4;

  private final CountedCharts counted;
  private final ComparedCharts compared;
  private final Imaging imaging;
  private final Duration patience;
  private final ChartRenderer renderer;
  private final RenderedAnswers rendered;
  private final Flights<RequestTarget, RenderedAnswer> flights = new Flights<>();
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * What charts are made from.
   *
   * @param patience how long a reader waits for an answer
   */
  public record Sources(
      Stats stats, Lookups lookups, Comparisons comparisons, Imaging imaging, Duration patience) {}

  /**
   * Creates the answers.
   *
   * @param rendered the memory of charts' answers; not that of badges, which are smaller and many
   *     more
   */
  public ChartAnswers(
      Sources sources, ChartRenderer renderer, RenderedAnswers rendered, MeterRegistry registry) {
    this.counted = new CountedCharts(new Questions(sources.stats(), sources.lookups()));
    this.compared = new ComparedCharts(sources.comparisons());
    this.imaging = sources.imaging();
    this.patience = sources.patience();
    this.renderer = renderer;
    this.rendered = rendered;
    Gauge.builder("blazon.charts.active", underWay, AtomicInteger::get)
        .strongReference(true)
        .description("charts that are being made")
        .register(registry);
  }

  /** Whether this is the URL of a chart. */
  public static boolean claims(RequestTarget target) {
    return ChartUrl.of(target.path()).isPresent();
  }

  /** The cached answer, if it is fresh at that time. */
  public Optional<RenderedAnswer> fresh(RequestTarget target, long nowMillis) {
    return rendered.fresh(target, nowMillis);
  }

  /**
   * Answers this URL, on the caller's Vert.x context, and caches the answer for the next reader.
   *
   * @param target one that is claimed
   * @param id the id of the request that starts the work, for the logs
   */
  public Future<RenderedAnswer> answer(RequestTarget target, RequestId id) {
    return flights.join(
        target, () -> make(target, id).onSuccess(answer -> rendered.put(target, answer)));
  }

  private Future<RenderedAnswer> make(RequestTarget target, RequestId id) {
    long begun = System.nanoTime();
    ChartUrl url = ChartUrl.of(target.path()).orElseThrow();
    underWay.incrementAndGet();
    return Future.succeededFuture(target)
        .compose(asked -> chart(asked, url))
        .otherwise(problem -> failure(target, url, problem, id))
        .compose(made -> paint(target, url.format(), made, begun, id))
        .onComplete(ended -> underWay.decrementAndGet());
  }

  private Future<MadeChart> chart(RequestTarget target, ChartUrl url) {
    if (target.isTooLong()) {
      throw new RefusedException(Refusal.tooLong());
    }
    if (underWay.get() > MOST_UNDER_WAY) {
      throw new RefusedException(Refusal.busy());
    }
    CallQuery query = CallQuery.parse(target.query());
    ChartLook look = Looks.read(query, url.format());
    Duration time = patience.minus(patience.dividedBy(PAINTING_SHARE));
    Deadline deadline = Deadline.in(time);
    Future<MadeChart> made =
        url.isComparison()
            ? compared.chart(url, query, look, deadline)
            : ofOne(WantedChart.of(url, query, look), deadline);
    return made.timeout(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Future<MadeChart> ofOne(WantedChart wanted, Deadline deadline) {
    return counted.chart(wanted, deadline).map(chart -> MadeChart.of(wanted, chart));
  }

  private static MadeChart failure(
      RequestTarget target, ChartUrl url, Throwable problem, RequestId id) {
    ChartLook look = lookOf(target, url.format());
    if (problem instanceof RefusedException refused) {
      return MadeChart.saying(url, look, refused.refusal());
    }
    if (problem instanceof OverloadedException) {
      return MadeChart.saying(url, look, Refusal.busy());
    }
    if (problem instanceof TimeoutException) {
      return MadeChart.saying(url, look, Refusal.late());
    }
    InternalErrors.log(id, problem, "no chart for {}", target.uri());
    return MadeChart.saying(url, look, Refusal.internalError().message(), Outcome.INTERNAL_ERROR);
  }

  /** The look that is asked for; the usual one if it is the look that is impossible. */
  private static ChartLook lookOf(RequestTarget target, ImageFormat format) {
    try {
      return Looks.read(CallQuery.parse(target.query()), format);
    } catch (RefusedException e) {
      return Looks.usual(format);
    }
  }

  private Future<RenderedAnswer> paint(
      RequestTarget target, ImageFormat format, MadeChart made, long begun, RequestId id) {
    Duration left = patience.minus(Duration.ofNanos(System.nanoTime() - begun));
    Duration least = patience.dividedBy(PAINTING_SHARE * 2L);
    Duration time = left.compareTo(least) > 0 ? left : least;
    return Future.succeededFuture(made)
        .compose(chart -> imaging.chart(chart.chart(), chart.look(), format, id))
        .timeout(time.toMillis(), TimeUnit.MILLISECONDS)
        .map(picture -> answer(target, made.about(), picture))
        .otherwise(
            problem -> answer(target, made.about().with(Outcome.UNPAINTED), unpainted(format)));
  }

  /** A picture that needs no imaging service. */
  private static Picture unpainted(ImageFormat format) {
    return TinyBadge.picture(Badge.of("chart", "unavailable", BadgeColor.LIGHTGREY), format);
  }

  /** Replaces a temporary failure by the last known chart of this URL, if there is one. */
  private RenderedAnswer answer(RequestTarget target, ChartRenderer.About about, Picture picture) {
    if (about.outcome().isPassing()) {
      return rendered
          .lastKnown(target)
          .map(before -> renderer.asStale(before, about, picture))
          .orElseGet(() -> renderer.picture(target, about, picture));
    }
    return renderer.picture(target, about, picture);
  }
}
