package dev.blazon.stats.command;

import dev.blazon.count.Day;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.stats.packed.CountReader;
import dev.blazon.stats.packed.MonthReader;
import dev.blazon.stats.packed.VersionList;
import dev.blazon.stats.store.StoreSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a day as CSV: a row for each project and version; downloads of no known version have an
 * empty one. For one thread.
 */
final class DayExport {

  private final Day day;
  private final boolean knowsMirrors;
  private final Watch watch;
  private final MonthReader reader = new MonthReader();
  private final VersionList versions = new VersionList();
  private final StringBuilder row = new StringBuilder();

  DayExport(LedgerEntry entry, Watch watch) {
    this.day = entry.day();
    this.knowsMirrors = entry.measures().contains(Measure.WITHOUT_MIRRORS);
    this.watch = watch;
  }

  void run(StoreSnapshot snapshot, OutputStream output) throws IOException {
    row.append("date,project,version,downloads");
    row.append(knowsMirrors ? ",without_mirrors\n" : "\n");
    flush(output);
    int place = day.epochDay() - day.month().first().epochDay();
    snapshot.month(
        day.month(),
        (name, days, packedVersions) -> {
          watch.step(1);
          reader.reset(days);
          boolean found = reader.next();
          while (found && reader.day() < place) {
            found = reader.next();
          }
          if (found && reader.day() == place) {
            write(name, packedVersions);
            flush(output);
          }
        });
  }

  private void write(String name, byte[] packedVersions) {
    if (reader.restAll() > 0) {
      add(name, "", reader.restAll(), reader.restWithoutMirrors());
    }
    if (!reader.hasVersions()) {
      return;
    }
    versions.reset(packedVersions);
    CountReader counts = reader.versions();
    while (counts.next()) {
      add(name, versions.get(counts.number()), counts.all(), counts.withoutMirrors());
    }
  }

  private void add(String name, String version, long all, long withoutMirrors) {
    row.append(day).append(',').append(name).append(',').append(quoted(version)).append(',');
    row.append(all);
    if (knowsMirrors) {
      row.append(',').append(withoutMirrors);
    }
    row.append('\n');
  }

  /** As RFC 4180 has it. */
  private static String quoted(String version) {
    return version.indexOf(',') < 0 && version.indexOf('"') < 0
        ? version
        : '"' + version.replace("\"", "\"\"") + '"';
  }

  private void flush(OutputStream output) throws IOException {
    output.write(row.toString().getBytes(StandardCharsets.US_ASCII));
    row.setLength(0);
  }
}
