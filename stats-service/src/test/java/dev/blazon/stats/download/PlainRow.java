package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;

/** A row as an oracle keeps it. */
record PlainRow(Day day, String project, String version, Counts counts) {

  String csv() {
    return day
        + ","
        + project
        + ","
        + version
        + ","
        + counts.all()
        + ","
        + counts.withoutMirrors()
        + "\n";
  }
}
