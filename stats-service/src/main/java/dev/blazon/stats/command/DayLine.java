package dev.blazon.stats.command;

import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.stats.download.ImportedDay;

/** One line about an imported day. */
final class DayLine {

  static String of(ImportedDay day) {
    return of(day.entry()) + (day.replaced() ? ", replaced" : ", new");
  }

  static String of(LedgerEntry entry) {
    String mirrors =
        entry.measures().contains(Measure.WITHOUT_MIRRORS)
            ? " (" + entry.sum().withoutMirrors() + " without mirrors)"
            : "";
    return entry.day()
        + ": "
        + entry.sum().all()
        + " downloads"
        + mirrors
        + ", "
        + entry.rows()
        + " rows, "
        + entry.rejects()
        + " rejects, "
        + entry.state().word()
        + ", from "
        + entry.source();
  }

  private DayLine() {}
}
