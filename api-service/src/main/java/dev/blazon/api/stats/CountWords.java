package dev.blazon.api.stats;

import dev.blazon.count.Basis;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words in which pages and charts speak about download counts. */
public final class CountWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /** The names of the sources as people write them. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "clickhouse", "ClickHouse",
          "bigquery", "BigQuery",
          "pypistats", "pypistats.org",
          "pepy", "pepy.tech",
          "file", "files of the operator",
          "seed", "totals of the operator");

  private static final int MOST_IN_A_TITLE = 4;

  private CountWords() {}

  /** As in {@code 29 November 2026}. */
  public static String day(Day day) {
    return DAY.format(day.date());
  }

  /** As in {@code 1 August 2026 to 29 November 2026}. */
  public static String days(DayRange days) {
    return days.length() == 1 ? day(days.first()) : day(days.first()) + " to " + day(days.last());
  }

  /** As in {@code 1,234,567}. */
  public static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** As in {@code 12.3 %}. */
  public static String percent(double share) {
    return String.format(Locale.ENGLISH, "%.1f %%", 100 * share);
  }

  /** A change in percent, as in {@code +3.2 %}. */
  public static String change(double percent) {
    String digits = String.format(Locale.ENGLISH, "%,.1f", Math.abs(percent));
    return (digits.equals("0.0") ? "±" : percent < 0 ? "−" : "+") + digits + " %";
  }

  /** As in {@code 1 day} and {@code 30 days}. */
  public static String counted(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** As in {@code a, b and c}. */
  public static String list(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** As in {@code a, b, c and 5 more}, for titles. */
  public static String few(List<String> words) {
    if (words.size() <= MOST_IN_A_TITLE) {
      return list(words);
    }
    List<String> first = words.subList(0, MOST_IN_A_TITLE - 1);
    return String.join(", ", first) + " and " + (words.size() - first.size()) + " more";
  }

  /** The sources, as in {@code ClickHouse and pypistats.org}. */
  public static String sources(List<String> sources) {
    return list(sources.stream().map(CountWords::source).toList());
  }

  /** Where numbers are from, as the licence of PyPI's dataset asks to be told beside them. */
  public static String credit(List<String> sources) {
    return "PyPI" + (sources.isEmpty() ? "" : " via " + sources(sources)) + ", CC BY 4.0";
  }

  /** A source as people write it. */
  public static String source(String name) {
    return SOURCES.getOrDefault(name, name);
  }

  /** What is counted. */
  public static String measure(Measure measure) {
    return measure == Measure.ALL ? "all downloads that PyPI counts" : "downloads without mirrors";
  }

  /** What numbers rest on, in a sentence or two. */
  public static String basis(Basis basis, Measure wanted) {
    String text =
        "These are "
            + measure(basis.measure())
            + ", up to "
            + day(basis.days().last())
            + (basis.sources().isEmpty() ? "" : ", from " + sources(basis.sources()))
            + ".";
    return basis.measure() == wanted
        ? text
        : text + " Their source cannot tell mirrors apart, so mirrors are counted, too.";
  }

  /** Why there are no numbers, in a sentence. */
  public static String why(Reason reason) {
    return switch (reason) {
      case OFF -> "This service counts no downloads: its operator has switched counting off.";
      case COMING -> "The history is being fetched. Please look again in some seconds.";
      case BUSY -> "Many others are asking for counts. Please try again.";
      case SLOW -> "The counts could not be read in time. Please try again.";
      case FAILED -> "The counts cannot be read now. Please try again in a minute.";
      case UNKNOWN -> "The source of these counts does not know this.";
    };
  }
}
