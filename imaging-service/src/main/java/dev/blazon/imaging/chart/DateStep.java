package dev.blazon.imaging.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/**
 * The distance of two ticks of a time axis.
 *
 * @param unit days, weeks, months or years
 */
record DateStep(int count, ChronoUnit unit) {

  /** From fine to coarse; the last fits any stretch that {@link LocalDate} readers care about. */
  static final List<DateStep> ALL =
      List.of(
          new DateStep(1, ChronoUnit.DAYS),
          new DateStep(2, ChronoUnit.DAYS),
          new DateStep(1, ChronoUnit.WEEKS),
          new DateStep(2, ChronoUnit.WEEKS),
          new DateStep(1, ChronoUnit.MONTHS),
          new DateStep(2, ChronoUnit.MONTHS),
          new DateStep(3, ChronoUnit.MONTHS),
          new DateStep(6, ChronoUnit.MONTHS),
          new DateStep(1, ChronoUnit.YEARS),
          new DateStep(2, ChronoUnit.YEARS),
          new DateStep(5, ChronoUnit.YEARS),
          new DateStep(10, ChronoUnit.YEARS),
          new DateStep(100, ChronoUnit.YEARS));

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

  /**
   * The first tick on this day or after it: weeks begin on Mondays, months with their first day.
   */
  LocalDate from(LocalDate day) {
    return switch (unit) {
      case DAYS -> day;
      case WEEKS -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
      case MONTHS -> firstMonth(day);
      default -> firstYear(day);
    };
  }

  private LocalDate firstMonth(LocalDate day) {
    LocalDate first = day.getDayOfMonth() == 1 ? day : day.withDayOfMonth(1).plusMonths(1);
    int past = (first.getMonthValue() - 1) % count;
    return past == 0 ? first : first.plusMonths(count - past);
  }

  private LocalDate firstYear(LocalDate day) {
    LocalDate first = day.getDayOfYear() == 1 ? day : day.withDayOfYear(1).plusYears(1);
    int past = Math.floorMod(first.getYear(), count);
    return past == 0 ? first : first.plusYears(count - past);
  }

  LocalDate after(LocalDate tick) {
    return tick.plus(count, unit);
  }

  boolean isFinerThan(ChronoUnit other) {
    return unit.compareTo(other) < 0;
  }

  /** Whether its labels do not say the year. */
  boolean hidesYear() {
    return unit != ChronoUnit.YEARS;
  }

  String label(LocalDate tick) {
    return switch (unit) {
      case DAYS, WEEKS -> DAY.format(tick);
      case MONTHS -> MONTH.format(tick);
      default -> Integer.toString(tick.getYear());
    };
  }
}
