package dev.blazon.api.rendered;

import dev.blazon.api.dialect.AnswerFormat;
import dev.blazon.api.resolve.Outcome;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.project.ProjectName;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes the answer, with its headers, from a chart's picture. Thread-safe. */
public final class ChartRenderer {

  /** The value of the tag {@code dialect} in metrics. */
  private static final String DIALECT = "chart";

  private final WebMetrics metrics;
  private final Clock clock;

  /**
   * What an answer says about itself.
   *
   * @param project in its URL; empty if that is no name
   * @param split what the chart is split by, one of a few words, for metrics
   */
  public record About(Optional<ProjectName> project, String split, Outcome outcome) {

    /** The same with another outcome. */
    public About with(Outcome other) {
      return new About(project, split, other);
    }
  }

  public ChartRenderer(WebMetrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  public RenderedAnswer picture(RequestTarget target, About about, Picture picture) {
    AnswerFormat format = format(picture);
    metrics.made(format, about.outcome());
    return new RenderedAnswer(
        new RenderedAnswer.Response(
            about.outcome().pictureStatus(),
            picture.format().contentType(),
            picture.body(),
            picture.etag(),
            about.outcome().isLasting()
                ? CachePolicy.ofFact(OptionalLong.empty())
                : CachePolicy.BRIEF,
            format == AnswerFormat.SVG,
            AnswerHeaders.of(target, about.project(), fileName(about, format), about.outcome())),
        about.outcome(),
        counter(about, format),
        clock.millis());
  }

  /**
   * The earlier answer as a stale one, because the new one would report a temporary failure.
   *
   * @param picture of that failure
   */
  public RenderedAnswer asStale(RenderedAnswer before, About about, Picture picture) {
    metrics.stale();
    return before.asStale(counter(about.with(Outcome.STALE), format(picture)), clock.millis());
  }

  private Counter counter(About about, AnswerFormat format) {
    return metrics.requests(DIALECT, about.split(), format, about.outcome());
  }

  private static AnswerFormat format(Picture picture) {
    return picture.format() == ImageFormat.SVG ? AnswerFormat.SVG : AnswerFormat.PNG;
  }

  private static String fileName(About about, AnswerFormat format) {
    String stem = about.project().map(name -> name.normalized() + "-downloads").orElse("chart");
    return stem + "." + format.extension();
  }
}
