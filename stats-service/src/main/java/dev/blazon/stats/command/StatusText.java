package dev.blazon.stats.command;

import dev.blazon.count.DayRange;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Scope;
import java.util.ArrayList;
import java.util.List;

/** A status as lines for people. */
final class StatusText {

  static List<String> lines(Status status) {
    List<String> lines = new ArrayList<>();
    lines.add("database         " + status.database());
    lines.add("size             " + status.bytes() + " bytes");
    days(lines, "all projects     ", status.days(Scope.ALL_PROJECTS));
    days(lines, "listed projects  ", status.days(Scope.LISTED_PROJECTS));
    lines.add(
        "newest complete  "
            + status.newestWhole().map(Object::toString).orElse("no day of all projects"));
    status
        .gaps()
        .forEach(
            gap -> lines.add("missing          " + (gap.length() == 1 ? gap.first() : words(gap))));
    status.suspect().forEach(entry -> lines.add("suspect          " + DayLine.of(entry)));
    status
        .sources()
        .forEach(
            (name, days) ->
                lines.add(
                    "source           %s: %d days, %d rows, %d downloads, %d rejects"
                        .formatted(
                            name, days.days(), days.rows(), days.sum().all(), days.rejects())));
    return lines;
  }

  private static void days(List<String> lines, String title, List<LedgerEntry> days) {
    lines.add(
        title
            + (days.isEmpty()
                ? "no days"
                : days.size()
                    + " days, "
                    + words(new DayRange(days.get(0).day(), days.get(days.size() - 1).day()))));
  }

  private static String words(DayRange days) {
    return days.first() + " to " + days.last() + " (" + days.length() + " days)";
  }

  private StatusText() {}
}
