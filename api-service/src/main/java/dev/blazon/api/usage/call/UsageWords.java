package dev.blazon.api.usage.call;

import dev.blazon.api.stats.CountWords;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.UsageTable.Cut;
import dev.blazon.usage.UsageTable.Source;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words in which charts and pages speak about usage. Stateless. */
public final class UsageWords {

  /** The names of the usual fields as people say them; others are called by their paths. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "python$minor", "Python version",
          "python$version", "full Python version",
          "python$version_info$0", "major version of Python",
          "python$implementation", "implementation of Python",
          "uname$system", "operating system",
          "uname$machine", "machine",
          "linux_dist$name", "distribution",
          "package", "package",
          "version", "version of the package");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private UsageWords() {}

  /** A field, as in {@code Python version}. */
  public static String field(String path) {
    return FIELDS.getOrDefault(path, path);
  }

  /** As in {@code Hosts a week by Python version and operating system}. */
  public static String title(Counted counted) {
    List<String> fields = counted.paths().stream().map(UsageWords::field).toList();
    return (counted.question().distinctHosts() ? "Hosts" : "Reports")
        + counted.question().interval().map(interval -> " a " + interval.word()).orElse("")
        + (fields.isEmpty() ? "" : " by " + CountWords.list(fields));
  }

  /** Which reports were counted, in a line. */
  public static String note(Counted counted) {
    UsageTable table = counted.table();
    StringBuilder text = new StringBuilder(CountWords.counted(table.records(), "report"));
    table.first().ifPresent(first -> text.append(" from ").append(day(first)));
    table.last().ifPresent(last -> text.append(" to ").append(day(last.minusMillis(1))));
    if (table.errors() > 0) {
      text.append(", ").append(CountWords.number(table.errors())).append(" without the field");
    }
    table.cut().ifPresent(cut -> text.append("; ").append(cut(cut)));
    return text.toString();
  }

  /** As in {@code 1 June 2026}, in UTC. */
  public static String day(Instant time) {
    return DAY.format(time);
  }

  /** Why not all was counted. */
  public static String cut(Cut cut) {
    return switch (cut) {
      case TIME -> "only the newest were counted, since the time was over";
      case REPORTS -> "only the newest were counted, since there are too many";
      case ROWS -> "the smallest groups are left out, since there are too many";
    };
  }

  /** Where the numbers are from. */
  public static String source(Source source) {
    return source == Source.ROLLUPS ? "hourly sums" : "single reports";
  }
}
