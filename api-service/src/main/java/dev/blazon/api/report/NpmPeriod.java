package dev.blazon.api.report;

import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.Refusal;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Window;

/** The period in npm's paths. */
sealed interface NpmPeriod {

  String POSSIBLE =
      "last-day, last-week, last-month, last-year, a day such as 2026-08-24, or two such days with"
          + " a colon between them";

  /** A window that ends at the newest complete day. */
  record Newest(Window window) implements NpmPeriod {}

  /** 365 days up to the newest complete day. */
  record Year() implements NpmPeriod {}

  /** Some days. */
  record Between(DayRange days) implements NpmPeriod {}

  /** How many days a year has, and the most that npm answers for many packages at once. */
  int YEAR = 365;

  /**
   * Reads a period.
   *
   * @param mostDays how long it may be
   */
  static NpmPeriod read(String text, int mostDays) {
    return switch (text) {
      case "last-day" -> new Newest(Window.DAY);
      case "last-week" -> new Newest(Window.WEEK);
      case "last-month" -> new Newest(Window.MONTH);
      case "last-year" -> new Year();
      default -> between(text, mostDays);
    };
  }

  private static NpmPeriod between(String text, int mostDays) {
    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      throw Refusal.badForm("period", text, POSSIBLE);
    }
    int colon = text.indexOf(':');
    Day first = CallQuery.day("period", colon < 0 ? text : text.substring(0, colon));
    Day last = colon < 0 ? first : CallQuery.day("period", text.substring(colon + 1));
    if (last.isBefore(first)) {
      throw Refusal.badForm("period", text, "two days, of which the first is not the later one");
    }
    DayRange days = new DayRange(first, last);
    if (days.length() > mostDays) {
      throw Refusal.badForm("period", text, "at most " + mostDays + " days");
    }
    return new Between(days);
  }

  /** The length of a window that ends at the newest day; 0 if the period is of fixed days. */
  default int newestDays() {
    if (this instanceof Newest newest) {
      return newest.window().days();
    }
    return this instanceof Year ? YEAR : 0;
  }
}
