package dev.blazon.api.page;

import dev.blazon.api.stats.CountWords;
import dev.blazon.count.Day;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and days as the pages write them. */
final class Numerals {

  private static final long THOUSAND = 1_000;
  private static final String PREFIXES = "KMBT";

  /** From here on a decimal is noise beside three digits. */
  private static final double NO_DECIMALS = 99.95;

  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

  private Numerals() {}

  /** About three digits, as in {@code 45.1M}. */
  static String brief(long number) {
    if (number < THOUSAND) {
      return Long.toString(number);
    }
    double scaled = number;
    int prefix = -1;
    while (prefix + 1 < PREFIXES.length() && Math.round(scaled * 10) >= THOUSAND * 10) {
      scaled /= THOUSAND;
      prefix++;
    }
    return String.format(Locale.ENGLISH, scaled >= NO_DECIMALS ? "%.0f" : "%.1f", scaled)
        + PREFIXES.charAt(prefix);
  }

  /** A share of a whole, as in {@code 37.2 %}; what is little is not nothing. */
  static String share(long part, long whole) {
    double percent = whole == 0 ? 0 : 100.0 * part / whole;
    return percent > 0 && percent < 0.05
        ? "< 0.1 %"
        : String.format(Locale.ENGLISH, "%.1f %%", percent);
  }

  /** As in {@code Monday, 28 September}. */
  static String weekday(Day day) {
    return WEEKDAY.format(day.date());
  }

  /** As in {@code 1 dependency} and {@code 2 dependencies}. */
  static String counted(long number, String noun) {
    return number != 1 && noun.endsWith("y")
        ? CountWords.number(number) + " " + noun.substring(0, noun.length() - 1) + "ies"
        : CountWords.counted(number, noun);
  }
}
