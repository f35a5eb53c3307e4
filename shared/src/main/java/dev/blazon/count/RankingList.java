package dev.blazon.count;

import java.util.Arrays;
import java.util.Optional;

/** The rankings that are made at each import. */
public enum RankingList {
  DAY("day"),
  WEEK("week"),
  MONTH("month"),
  ALL("all"),
  /** Projects whose last 14 days grew most beside the 14 days before. */
  GROWING("growing"),
  /** The most downloaded projects that were first downloaded in the last 90 days. */
  RISEN("risen");

  /** Growth compares two stretches of 14 days. */
  private static final int GROWTH_DAYS = 28;

  private final String word;

  RankingList(String word) {
    this.word = word;
  }

  /** The name in the store and in APIs. */
  public String word() {
    return word;
  }

  /** The ranking by downloads in a window. */
  public static RankingList of(Window window) {
    return switch (window) {
      case DAY -> DAY;
      case WEEK -> WEEK;
      case MONTH -> MONTH;
      case ALL -> ALL;
    };
  }

  /**
   * What the ranking rests on: the days up to the newest that was imported for all projects.
   *
   * @param measure what the ranking counts, if the sources can tell it
   * @return empty if no day was imported for all projects
   */
  public Optional<Basis> basis(Ledger ledger, Measure measure) {
    Optional<Day> first = ledger.firstDayOf(days());
    return ledger
        .newestWholeDay()
        .flatMap(last -> first.map(day -> basis(new DayRange(day, last), measure, ledger)));
  }

  private int days() {
    return Arrays.stream(Window.values())
        .filter(window -> of(window) == this)
        .mapToInt(Window::days)
        .findFirst()
        .orElse(this == GROWING ? GROWTH_DAYS : Window.MONTH.days());
  }

  private static Basis basis(DayRange days, Measure measure, Ledger ledger) {
    int known =
        ledger.wholeDaysBefore(days.last().epochDay() + 1)
            - ledger.wholeDaysBefore(days.first().epochDay());
    return new Basis(
        days,
        known,
        ledger.sources(days),
        ledger.knowsMirrors(days) ? measure : Measure.ALL,
        ledger.breaksWithin(days));
  }
}
