package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Rows about few projects and versions on few days, so that imports often meet the same ones. */
final class RandomDays {

  private static final int PROJECTS = 9;
  private static final int VERSIONS = 40;

  private final Random random;
  private final Day first;
  private final int days;

  RandomDays(Random random, Day first, int days) {
    this.random = random;
    this.first = first;
    this.days = days;
  }

  /** One to four days with some rows each, in any order. */
  List<PlainRow> rows() {
    List<PlainRow> rows = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Day day = first.plus(random.nextInt(days));
      int size = 1 + random.nextInt(60);
      for (int j = 0; j < size; j++) {
        rows.add(row(day));
      }
    }
    if (random.nextBoolean()) {
      rows.sort(Comparator.comparing(PlainRow::project).thenComparing(PlainRow::version));
    }
    return rows;
  }

  private PlainRow row(Day day) {
    String project = "project-" + (char) ('a' + random.nextInt(PROJECTS));
    String version =
        random.nextInt(10) == 0
            ? ""
            : "1." + Math.min(random.nextInt(VERSIONS), random.nextInt(40));
    long all = random.nextInt(5) == 0 ? random.nextInt(1_000_000_000) : random.nextInt(20);
    long without =
        random.nextInt(3) == 0 ? random.nextLong(all + 1) : random.nextBoolean() ? 0 : all;
    return new PlainRow(day, project, version, new Counts(all, without));
  }

  /** Writes rows as CSV, sometimes packed. */
  Path write(Path folder, List<PlainRow> rows) throws IOException {
    boolean packed = random.nextBoolean();
    Path file = Files.createTempFile(folder, "rows", packed ? ".csv.gz" : ".csv");
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream output = packed ? new GZIPOutputStream(raw) : raw;
        Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8)) {
      writer.write("date,project,version,downloads,without_mirrors\n");
      for (PlainRow row : rows) {
        writer.write(row.csv());
      }
    }
    return file;
  }

  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
