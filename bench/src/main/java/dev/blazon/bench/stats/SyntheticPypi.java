package dev.blazon.bench.stats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * A made-up PyPI with a fixed seed. Its shape is that of the real one, where a project has 38
 * versions and 3.6 of them are downloaded on a day, mostly by mirrors, once or a few times; a few
 * projects have thousands of versions and millions of downloads.
 */
final class SyntheticPypi {

  private static final long SEED = 20261124;

  /** Rows a day for each project: 2.5 million for 700,000. */
  private static final double ROWS_PER_PROJECT = 2_500_000 / 700_000.0;

  /** Versions that are chosen twice count once: so many more are chosen. */
  private static final double CHOSEN_TWICE = 1.32;

  /** On a day, a third of the small projects is not downloaded at all. */
  private static final double ACTIVE = 0.66;

  private static final double ALWAYS_POPULAR = 20;
  private static final int MAX_VERSIONS = 5000;
  private static final int GZIP_BUFFER_BYTES = 64 * 1024;
  private static final String HEAD = "date,project,version,downloads,without_mirrors";

  /** A prime: going on by it visits each project once, far from the one before. */
  private static final int STRIDE = 15_485_863;

  private final String[] names;
  private final short[] versions;
  private final float[] popularity;
  private final double scale;

  SyntheticPypi(int projects) {
    SplittableRandom random = new SplittableRandom(SEED);
    TreeSet<String> sorted = new TreeSet<>();
    while (sorted.size() < projects) {
      sorted.add(name(random));
    }
    names = sorted.toArray(String[]::new);
    versions = new short[projects];
    popularity = new float[projects];
    double sum = 0;
    for (int i = 0; i < projects; i++) {
      double luck = 1 - random.nextDouble();
      popularity[i] = (float) Math.min(1e6, Math.pow(luck, -1.1));
      double size = 6 * Math.pow(1 - random.nextDouble(), -0.75) * Math.sqrt(popularity[i]) / 2;
      versions[i] = (short) Math.max(1, Math.min(MAX_VERSIONS, size));
      sum += weight(i);
    }
    scale = projects * ROWS_PER_PROJECT * CHOSEN_TWICE / ACTIVE / sum;
  }

  private static String name(SplittableRandom random) {
    int length = 4 + random.nextInt(10) + random.nextInt(8);
    StringBuilder name = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      boolean dash = i > 1 && i < length - 1 && random.nextInt(9) == 0;
      boolean double_ = dash && name.charAt(i - 1) == '-';
      name.append(dash && !double_ ? '-' : (char) ('a' + random.nextInt(26)));
    }
    return name.toString();
  }

  private double weight(int project) {
    return Math.min(versions[project], 0.4 + Math.sqrt(versions[project]) / 2);
  }

  String name(int project) {
    return names[project];
  }

  int projects() {
    return names.length;
  }

  /** The project with the most versions, whose page has the longest series. */
  int largest() {
    int largest = 0;
    for (int i = 0; i < versions.length; i++) {
      if (versions[i] * popularity[i] > versions[largest] * popularity[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  /** The project with the most downloads of those that have at most so many versions. */
  int largest(int mostVersions) {
    int largest = 0;
    for (int i = 0; i < versions.length; i++) {
      boolean fits = versions[i] <= mostVersions;
      boolean isLarger =
          versions[largest] > mostVersions
              || versions[i] * popularity[i] > versions[largest] * popularity[largest];
      if (fits && isLarger) {
        largest = i;
      }
    }
    return largest;
  }

  int versions(int project) {
    return versions[project];
  }

  /** Writes days of one project, packed. */
  void writeDays(LocalDate first, int days, int project, Path file) throws IOException {
    try (OutputStream output =
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      output.write((HEAD + "\n").getBytes(StandardCharsets.US_ASCII));
      StringBuilder line = new StringBuilder();
      for (int day = 0; day < days; day++) {
        writeProject(first.plusDays(day), 0, project, false, line, output);
      }
    }
  }

  /** How a day is written. */
  enum Form {
    /** Sorted by project and version, as a database would send it. */
    SORTED,

    /** Projects in an order that looks like none. */
    UNSORTED,

    /** Sorted; each version's downloads are spread over categories of all dimensions. */
    WITH_BREAKDOWNS
  }

  /**
   * Writes a day as CSV, packed.
   *
   * @param version another number makes other downloads for the same day
   * @return how many rows it has
   */
  int writeDay(LocalDate day, int version, Form form, Path file) throws IOException {
    int rows = 0;
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream output =
            new BufferedOutputStream(
                new GZIPOutputStream(raw, GZIP_BUFFER_BYTES) {
                  {
                    def.setLevel(1);
                  }
                },
                GZIP_BUFFER_BYTES)) {
      boolean breakdowns = form == Form.WITH_BREAKDOWNS;
      String head = HEAD + (breakdowns ? SyntheticCategories.HEAD : "") + "\n";
      output.write(head.getBytes(StandardCharsets.US_ASCII));
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < names.length; i++) {
        int project = form == Form.UNSORTED ? (int) ((long) i * STRIDE % names.length) : i;
        rows += writeProject(day, version, project, breakdowns, line, output);
      }
    }
    return rows;
  }

  private int writeProject(
      LocalDate day,
      int version,
      int project,
      boolean breakdowns,
      StringBuilder line,
      OutputStream output)
      throws IOException {
    long seed = SEED * 31 + version * 7_000_000_001L + day.toEpochDay() * 1_000_003L + project;
    SplittableRandom random = new SplittableRandom(seed);
    // Another one, so that the downloads are the same with breakdowns and without.
    SplittableRandom ofCategories = new SplittableRandom(~seed);
    if (popularity[project] < ALWAYS_POPULAR && random.nextDouble() > ACTIVE) {
      return 0;
    }
    int rows = poisson(random, weight(project) * scale);
    if (rows == 0) {
      return 0;
    }
    int[] chosen = choose(random, Math.min(rows, versions[project]), versions[project]);
    int written = 0;
    for (int number : chosen) {
      boolean newest = number > versions[project] * 0.8;
      double downloads = popularity[project] * (newest ? 3 : 0.3) * random.nextDouble();
      long people = (long) downloads;
      long mirrors = 1L + (random.nextInt(3) == 0 ? random.nextInt(6) : 0);
      if (random.nextInt(6) == 0 && people > 0) {
        mirrors = 0;
      }
      line.setLength(0);
      String start = day + "," + names[project] + "," + version(number) + ",";
      if (breakdowns) {
        written += SyntheticCategories.write(start, people, mirrors, ofCategories, line);
      } else {
        line.append(start).append(people + mirrors).append(',').append(people).append('\n');
        written++;
      }
      output.write(line.toString().getBytes(StandardCharsets.US_ASCII));
    }
    return written;
  }

  /** Numbers with as many digits, so that versions sort as texts like they sort as numbers. */
  private static String version(int number) {
    return number < 1000
        ? number / 100 + "." + number / 10 % 10 + "." + number % 10
        : "v" + number / 100 + "." + number / 10 % 10 + "." + number % 10;
  }

  private static int[] choose(SplittableRandom random, int count, int of) {
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      // The square prefers newer versions.
      double place = Math.sqrt(random.nextDouble());
      chosen[i] = (int) (place * of);
    }
    return Arrays.stream(chosen).sorted().distinct().toArray();
  }

  private static int poisson(SplittableRandom random, double mean) {
    if (mean > 30) {
      return (int) Math.max(0, Math.round(mean + random.nextGaussian() * Math.sqrt(mean)));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
