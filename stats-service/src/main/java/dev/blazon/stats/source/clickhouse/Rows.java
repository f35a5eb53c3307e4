package dev.blazon.stats.source.clickhouse;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.stats.source.remote.Excerpt;
import dev.blazon.stats.source.remote.MalformedAnswerException;
import java.util.List;

/** Checks of values in results that several queries share. */
final class Rows {

  private Rows() {}

  /** Reads a day that was asked for. */
  static Day day(String text, DayRange asked) {
    return Day.parse(text)
        .filter(asked::contains)
        .orElseThrow(
            () ->
                new MalformedAnswerException(
                    "a row is about the day " + Excerpt.quoted(text) + ", asked was " + asked));
  }

  static void requireSameLength(List<String> one, List<String> other) {
    if (one.size() != other.size()) {
      throw new MalformedAnswerException("lists of one row have different lengths");
    }
  }
}
