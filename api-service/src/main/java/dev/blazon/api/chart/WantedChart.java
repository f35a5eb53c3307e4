package dev.blazon.api.chart;

import dev.blazon.api.question.AskedSplit;
import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.Refusal;
import dev.blazon.chart.ChartLook;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a chart's URL asks for.
 *
 * @param days how many days up to the newest; empty: all that are counted
 * @param interval empty: the finest that is readable
 * @param shape how the numbers are drawn
 * @param heightGiven whether the URL says how high it is
 */
record WantedChart(
    ProjectName project,
    AskedSplit split,
    OptionalInt days,
    Optional<Interval> interval,
    Measure measure,
    Shape shape,
    ChartLook look,
    boolean heightGiven) {

  static final List<String> SPLITS =
      List.of(AskedSplit.BY_VERSION, "python", "system", "installer", "country");

  private static final String ALL_DAYS = "all";

  /** Half a year shows a trend, and versions are kept for as long; it is the usual. */
  private static final String USUAL_DAYS = "180";

  static final List<String> DAYS = List.of("30", "90", USUAL_DAYS, ALL_DAYS);

  /**
   * Reads the URL.
   *
   * @throws dev.blazon.api.question.RefusedException if a parameter or the name is impossible
   */
  static WantedChart of(ChartUrl url, CallQuery query, ChartLook look) {
    AskedSplit split = AskedSplit.of(query, SPLITS);
    String days = days(query);
    return new WantedChart(
        ProjectName.parse(url.project()).orElseThrow(() -> Refusal.unknownProject(url.project())),
        split,
        days.equals(ALL_DAYS) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(days)),
        query.optionalChoice("interval", Interval.WORDS).flatMap(Interval::of),
        query.measure(),
        shape(query, split),
        look,
        query.given("height").isPresent());
  }

  /** The parameter {@code days}; the usual if it is not given. */
  static String days(CallQuery query) {
    return query.optionalChoice("days", DAYS).orElse(USUAL_DAYS);
  }

  /**
   * One line is an area. Parts of all downloads are stacked, so that the top is the whole; a choice
   * of versions is compared by lines.
   */
  private static Shape shape(CallQuery query, AskedSplit split) {
    List<Shape> possible = possible(split);
    return query
        .optionalChoice("form", possible.stream().map(Shape::word).toList())
        .flatMap(
            word -> Arrays.stream(Shape.values()).filter(s -> s.word().equals(word)).findFirst())
        .orElse(possible.get(0));
  }

  /** The shapes in which such numbers can be drawn; the usual is the first. */
  private static List<Shape> possible(AskedSplit split) {
    if (split.by().isEmpty()) {
      return List.of(Shape.AREA, Shape.LINE);
    }
    return split.globs().isEmpty()
        ? List.of(Shape.STACKED, Shape.LINE, Shape.BARS)
        : List.of(Shape.LINE, Shape.STACKED, Shape.BARS);
  }
}
