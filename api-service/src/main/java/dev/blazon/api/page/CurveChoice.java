package dev.blazon.api.page;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a reader chose to see of a project's downloads. A URL carries it; a value that makes no
 * sense is read as if it were not there.
 *
 * @param globs which versions, as in {@code 2.*}; none: all
 * @param days how many days; empty: all
 * @param interval empty: what suits the days
 * @param mirrors whether downloads of mirrors count
 */
record CurveChoice(
    Breakdown by,
    List<String> globs,
    Optional<Integer> days,
    Optional<Interval> interval,
    boolean mirrors) {

  /** As many days as pepy.tech shows. */
  static final int USUAL_DAYS = 90;

  static final List<Integer> POSSIBLE_DAYS = List.of(30, 90, 180);

  /** As many globs as a badge takes. */
  private static final int MOST_GLOBS = 8;

  private static final int LONGEST = 400;
  private static final Pattern GLOB = Pattern.compile("[\\w.*?+!~-]{1,64}");

  static CurveChoice read(Form form) {
    List<String> globs = globs(form.text("versions", LONGEST));
    Breakdown by =
        globs.isEmpty()
            ? Breakdown.of(form.raw("by")).orElse(Breakdown.TOTAL)
            : Breakdown.VERSION; // Other counts are not kept by version.
    return new CurveChoice(
        by,
        globs,
        days(form.raw("days")),
        Interval.of(form.raw("interval")),
        !form.raw("mirrors").equals("false"));
  }

  private static Optional<Integer> days(String text) {
    if (text.equals("all")) {
      return Optional.empty();
    }
    return Optional.of(
        POSSIBLE_DAYS.stream()
            .filter(days -> text.equals(days.toString()))
            .findFirst()
            .orElse(USUAL_DAYS));
  }

  private static List<String> globs(String text) {
    List<String> globs = new ArrayList<>();
    for (String glob : text.split("[,\\s]+", 0)) {
      if (globs.size() < MOST_GLOBS && GLOB.matcher(glob).matches()) {
        globs.add(glob);
      }
    }
    return List.copyOf(globs);
  }

  /** The interval that is shown: chosen, or else such that the curve has about a hundred points. */
  Interval shownInterval() {
    return interval.orElse(days.isEmpty() ? Interval.MONTH : Interval.DAY);
  }

  Measure measure() {
    return mirrors ? Measure.ALL : Measure.WITHOUT_MIRRORS;
  }

  /** The days up to the newest one. */
  DayRange range(Day newest) {
    return new DayRange(days.map(count -> newest.minus(count - 1)).orElse(Day.EARLIEST), newest);
  }

  CurveChoice by(Breakdown other) {
    return new CurveChoice(
        other, other == Breakdown.VERSION ? globs : List.of(), days, interval, mirrors);
  }

  CurveChoice days(Optional<Integer> other) {
    return new CurveChoice(by, globs, other, interval, mirrors);
  }

  CurveChoice interval(Interval other) {
    return new CurveChoice(by, globs, days, Optional.of(other), mirrors);
  }

  CurveChoice mirrors(boolean other) {
    return new CurveChoice(by, globs, days, interval, other);
  }

  /** Whether a version can be asked for by its name. */
  static boolean isGlob(String version) {
    return GLOB.matcher(version).matches();
  }

  CurveChoice only(String version) {
    return new CurveChoice(Breakdown.VERSION, List.of(version), days, interval, mirrors);
  }

  CurveChoice withoutGlobs() {
    return new CurveChoice(by, List.of(), days, interval, mirrors);
  }

  /** The query of a page that shows this; only what is not usual is in it. */
  Query pageQuery() {
    Query query = new Query();
    if (by != Breakdown.TOTAL) {
      query.add("by", by.word());
    }
    query.add("versions", String.join(",", globs));
    if (!days.equals(Optional.of(USUAL_DAYS))) {
      query.add("days", daysWord());
    }
    interval.ifPresent(chosen -> query.add("interval", chosen.word()));
    if (!mirrors) {
      query.add("mirrors", "false");
    }
    return query;
  }

  /** The query of the chart that shows this. It names everything, since it is kept for years. */
  Query chartQuery() {
    Query query = new Query();
    if (by != Breakdown.TOTAL) {
      query.add("by", by.word());
    }
    return query
        .add("versions", String.join(",", globs))
        .add("days", daysWord())
        .add("interval", shownInterval().word())
        .add("mirrors", mirrors ? "" : "false");
  }

  /** {@code 90} or {@code all}. */
  String daysWord() {
    return days.map(String::valueOf).orElse("all");
  }
}
