package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.packed.DamagedBlobException;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreException;
import dev.blazon.stats.store.StoreLocation;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of SQLite that were cut or overwritten: errors that say so, and never a wrong number. */
@Timeout(120)
final class DamagedStoreTest {

  private static final Day FIRST = Day.of(2026, 10, 5);
  private static final int DAYS = 3;

  /** The same bytes in every run. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-09T01:30:00Z"), ZoneOffset.UTC);

  private static final int PROJECTS = 300;
  private static final int VERSIONS = 20;

  /** How often a file is damaged, each time elsewhere. */
  private static final int TRIES = 40;

  @TempDir private Path folder;
  private Path file;
  private byte[] whole;

  @BeforeEach
  void make() throws Exception {
    file = folder.resolve("downloads.db");
    try (Store store = open()) {
      Importer importer = new Importer(store, ImportSettings.defaults(folder), CLOCK);
      for (int day = 0; day < DAYS; day++) {
        Path rows = folder.resolve("rows.csv");
        Files.writeString(rows, rows(FIRST.plus(day)));
        assertTrue(importer.importFiles(List.of(rows)).isPresent());
      }
    }
    whole = Files.readAllBytes(file);
  }

  private static String rows(Day day) {
    StringBuilder csv = new StringBuilder("date,project,version,downloads,without_mirrors\n");
    for (int project = 0; project < PROJECTS; project++) {
      for (int version = 0; version < VERSIONS; version++) {
        csv.append(day).append(",project-").append(project).append(",1.").append(version);
        csv.append(',').append(each(project)).append(',').append(each(project)).append('\n');
      }
    }
    return csv.toString();
  }

  /** Each project has another number, so that another project's counts are noticed. */
  private static long each(int project) {
    return 1000L + project;
  }

  private Store open() {
    return Store.open(new StoreLocation.Sqlite(folder));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 64, 1024, 8192, 100_000})
  void noise_never_gives_a_wrong_number(int length) throws Exception {
    for (int seed = 0; seed < TRIES; seed++) {
      Random random = new Random(seed);
      byte[] damaged = whole.clone();
      byte[] noise = new byte[length];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, damaged, random.nextInt(damaged.length - length), length);
      check(damaged, length + " bytes of noise, seed " + seed);
    }
  }

  @Test
  void pages_of_zeroes_never_give_a_wrong_number() throws Exception {
    int page = 8192;
    for (int at = page; at + page <= whole.length; at += page * 5) {
      byte[] damaged = whole.clone();
      Arrays.fill(damaged, at, at + page, (byte) 0);
      check(damaged, "zeroes at " + at);
    }
  }

  @Test
  void a_cut_file_never_gives_a_wrong_number() throws Exception {
    for (int twentieth = 0; twentieth < 20; twentieth++) {
      check(Arrays.copyOf(whole, whole.length / 20 * twentieth + 100), "cut at " + twentieth);
    }
  }

  @Test
  void another_file_is_refused() throws IOException {
    Files.writeString(file, "date,project,version,downloads\n".repeat(1000));
    StoreException failure = assertThrows(StoreException.class, this::open);
    assertTrue(failure.getMessage().contains("file is not a database"), failure::getMessage);
  }

  /** A file that is mapped into memory would end this process. */
  @Test
  void a_file_that_is_cut_while_it_is_open_fails_reads_only() throws Exception {
    try (Store store = open()) {
      assertTrue(store.project("project-1").isPresent());
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(20_000);
      }
      List<String> wrong = new ArrayList<>();
      assertTrue(compare(store, wrong) > 0);
      assertEquals(List.of(), wrong);
      assertTrue(store.findDamage().isPresent());
    }
  }

  @Test
  void an_import_into_a_damaged_month_fails_and_leaves_the_ledger() throws Exception {
    byte[] damaged = whole.clone();
    // In the midst of the file lie the months.
    Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 4000, (byte) 7);
    restore(damaged);
    try (Store store = open()) {
      Importer importer = new Importer(store, ImportSettings.defaults(folder), CLOCK);
      Path rows = Files.writeString(folder.resolve("rows.csv"), rows(FIRST.plus(DAYS)));
      assertThrows(RuntimeException.class, () -> importer.importFiles(List.of(rows)));
      assertEquals(DAYS, store.ledger().entries().size());
    }
  }

  private void restore(byte[] bytes) throws IOException {
    Files.deleteIfExists(folder.resolve("downloads.db-wal"));
    Files.deleteIfExists(folder.resolve("downloads.db-shm"));
    try (RandomAccessFile output = new RandomAccessFile(file.toFile(), "rw")) {
      output.setLength(bytes.length);
      output.write(bytes);
    }
  }

  private void check(byte[] damaged, String how) throws IOException {
    restore(damaged);
    List<String> wrong = new ArrayList<>();
    try (Store store = open()) {
      int unanswered = compare(store, wrong);
      assertEquals(List.of(), wrong, how);
      assertTrue(unanswered == 0 || store.findDamage().isPresent(), how + " was not found");
    } catch (StoreException e) {
      assertTrue(e.getMessage().contains(folder.toString()), how + ": " + e.getMessage());
    }
  }

  /** How many questions have no answer; adds wrong ones to a list. */
  private static int compare(Store store, List<String> wrong) {
    DownloadQueries queries = new DownloadQueries(store);
    int unanswered = 0;
    for (int project = 0; project < PROJECTS; project++) {
      ProjectName name = ProjectName.parse("project-" + project).orElseThrow();
      try {
        Optional<Total> total = queries.total(name, Window.ALL, Measure.ALL);
        Optional<Series> series = queries.series(name, byVersion());
        if (total.isEmpty() || series.isEmpty()) {
          unanswered++;
          continue;
        }
        compare(project, total.get(), series.get(), wrong);
      } catch (StoreException | DamagedBlobException e) {
        unanswered++;
      }
    }
    return unanswered;
  }

  private static SeriesQuery byVersion() {
    return new SeriesQuery(
        new DayRange(FIRST, FIRST.plus(DAYS - 1)),
        new Split.Versions(List.of()),
        Interval.DAY,
        Measure.ALL);
  }

  private static void compare(int project, Total total, Series series, List<String> wrong) {
    if (total.downloads() != each(project) * VERSIONS * DAYS) {
      wrong.add("project-" + project + " has " + total.downloads());
    }
    for (int line = 0; line < series.lines().size(); line++) {
      if (!series.lines().get(line).startsWith("1.")
          || series.total(line) != each(project) * DAYS) {
        wrong.add("project-" + project + " " + series.lines().get(line) + " " + series.total(line));
      }
    }
    if (series.lines().size() != VERSIONS) {
      wrong.add("project-" + project + " has " + series.lines().size() + " versions");
    }
  }
}
