package dev.blazon.imaging.chart;

import dev.blazon.chart.TimeChart.Interval;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The ticks of a time axis: the finest step whose labels do not touch.
 *
 * @param ticks in the order of time
 * @param hidesYear whether the labels do not say the year
 */
record DateTicks(List<Tick> ticks, boolean hidesYear) {

  private static final double GAP = 14;

  /**
   * One tick.
   *
   * @param x the tick's place, in pixels
   * @param middle the place of the label's middle: moved when the tick is near an edge
   */
  record Tick(LocalDate day, String label, double x, double middle) {}

  /**
   * Chooses the ticks.
   *
   * @param from the least place of a label's left end
   * @param to the greatest place of a label's right end
   */
  static DateTicks of(DateScale scale, Interval interval, Lettering font, double from, double to) {
    ChronoUnit unit =
        switch (interval) {
          case DAY -> ChronoUnit.DAYS;
          case WEEK -> ChronoUnit.WEEKS;
          case MONTH -> ChronoUnit.MONTHS;
        };
    DateTicks best = new DateTicks(List.of(), false);
    for (DateStep step : DateStep.ALL) {
      if (step.isFinerThan(unit)) {
        continue;
      }
      DateTicks ticks = ticks(step, scale, font, from, to);
      if (!ticks.ticks.isEmpty()) {
        return ticks;
      }
    }
    return best;
  }

  /** The ticks with this step; none if there are none, or if their labels touch. */
  private static DateTicks ticks(
      DateStep step, DateScale scale, Lettering font, double from, double to) {
    List<Tick> ticks = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    for (LocalDate day = step.from(scale.first());
        !day.isAfter(scale.last());
        day = step.after(day)) {
      String label = step.label(day);
      double half = font.width(label) / 2;
      double x = scale.x(day);
      double middle = Math.min(Math.max(x, from + half), to - half);
      if (middle - half < end + GAP || middle - half < from) {
        return new DateTicks(List.of(), false);
      }
      end = middle + half;
      ticks.add(new Tick(day, label, x, middle));
    }
    return new DateTicks(ticks, step.hidesYear());
  }

  /** The years under the labels: under the first, and under the first of each year. */
  List<Tick> years(Lettering font, double from, double to) {
    List<Tick> years = new ArrayList<>();
    if (!hidesYear) {
      return years;
    }
    int shown = Integer.MIN_VALUE;
    for (Tick tick : ticks) {
      if (tick.day.getYear() == shown) {
        continue;
      }
      shown = tick.day.getYear();
      String label = Integer.toString(shown);
      double half = font.width(label) / 2;
      double middle = Math.min(Math.max(tick.middle, from + half), to - half);
      if (!years.isEmpty()) {
        Tick before = years.get(years.size() - 1);
        if (before.middle + font.width(before.label) / 2 + GAP / 2 > middle - half) {
          years.remove(years.size() - 1);
        }
      }
      years.add(new Tick(tick.day, label, tick.x, middle));
    }
    return years;
  }
}
