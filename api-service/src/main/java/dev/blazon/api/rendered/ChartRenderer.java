package dev.blazon.api.rendered;

import dev.blazon.api.dialect.AnswerFormat;
import dev.blazon.api.resolve.Outcome;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.project.ProjectName;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Makes the answer, with its headers, from a chart's picture. Thread-safe. */
public final class ChartRenderer {

  /** The value of the tag {@code dialect} in metrics. */
  private static final String DIALECT = "chart";

  private final WebMetrics metrics;
  private final Clock clock;

  /**
   * What an answer says about itself.
   *
   * @param projects in its URL, without what is no name
   * @param split what the chart is split by, one of a few words, for metrics
   */
  public record About(List<ProjectName> projects, String split, Outcome outcome) {

    /** The same with another outcome. */
    public About with(Outcome other) {
      return new About(projects, split, other);
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
            AnswerHeaders.of(target, about.projects(), fileName(about, format), about.outcome())),
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
    String stem =
        about.projects().stream()
            .map(name -> name.normalized() + "-")
            .collect(Collectors.joining());
    return stem + "downloads." + format.extension();
  }
}
