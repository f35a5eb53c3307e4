package dev.blazon.stats.packed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A closed month says what the open one said, in fewer bytes. */
final class ClosedFormsTest {

  private static final long MOST_DOWNLOADS = 1_000_000_000_000_000L;

  private final ClosedMonth months = new ClosedMonth();
  private final ClosedBreakdown breakdowns = new ClosedBreakdown();

  @Property
  void a_closed_month_is_read_as_the_open_one(@ForAll long seed) {
    byte[] open = month(new Random(seed));
    byte[] closed = months.close(open);
    assertArrayEquals(open, opened(closed));
    assertArrayEquals(closed, new ClosedMonth().close(open), "the same bytes again");
    assertTrue(closed.length <= open.length);
  }

  @Property
  void closed_breakdowns_are_read_as_the_open_ones(@ForAll long seed) {
    byte[] open = breakdown(new Random(seed));
    byte[] closed = breakdowns.close(open);
    assertArrayEquals(open, openedBreakdown(closed));
    assertArrayEquals(closed, new ClosedBreakdown().close(open), "the same bytes again");
    assertTrue(closed.length <= open.length);
  }

  @Property
  void what_is_closed_is_closed_once(@ForAll long seed) {
    byte[] month = months.close(month(new Random(seed)));
    assertSame(month, months.close(month));
    byte[] breakdown = breakdowns.close(breakdown(new Random(seed)));
    assertSame(breakdown, breakdowns.close(breakdown));
  }

  @Property
  void a_changed_or_cut_byte_of_a_closed_month_is_noticed(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 255) int by) {
    Random random = new Random(seed);
    byte[] closed = months.close(month(random));
    byte[] changed = closed.clone();
    changed[random.nextInt(changed.length)] ^= (byte) by;
    assertThrows(DamagedBlobException.class, () -> opened(changed));
    byte[] cut = Arrays.copyOf(closed, random.nextInt(closed.length));
    assertThrows(DamagedBlobException.class, () -> opened(cut));
  }

  /** A checksum may match by chance, or be of somebody who means ill. */
  @Property
  void any_bytes_with_a_checksum_are_read_or_refused(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] content = new byte[random.nextInt(200)];
    random.nextBytes(content);
    ByteSink sink = new ByteSink();
    Envelope.open(sink, ClosedMonth.FORMAT);
    sink.put(content, 0, content.length);
    Envelope.seal(sink);
    readOrRefuse(() -> opened(sink.toBytes()));
    readOrRefuse(() -> openedBreakdown(sink.toBytes()));
  }

  private static void readOrRefuse(Runnable read) {
    try {
      read.run();
    } catch (DamagedBlobException e) {
      assertTrue(!e.getMessage().isEmpty());
    }
  }

  @Example
  void a_project_that_few_download_takes_less_than_two_thirds() {
    MonthWriter writer = new MonthWriter();
    Random random = new Random(1);
    writer.begin();
    for (int day = 0; day < 31; day++) {
      writer.beginDay();
      for (int version = 0; version < 12; version++) {
        if (random.nextInt(4) == 0) {
          writer.version(version, 1 + random.nextInt(3), 0);
        }
      }
      writer.endDay(day, 0, 0);
    }
    byte[] open = writer.toBytes();
    assertTrue(months.close(open).length * 3 < open.length * 2, "of " + open.length);
  }

  @Example
  void a_month_that_takes_long_to_read_stays_open() {
    MonthWriter writer = new MonthWriter();
    writer.begin();
    writer.beginDay();
    for (int version = 0; version < 3000; version++) {
      writer.version(version, 1, 1);
    }
    writer.endDay(0, 0, 0);
    byte[] open = writer.toBytes();
    assertSame(open, months.close(open));
  }

  @Example
  void the_largest_counts_fit() {
    MonthWriter writer = new MonthWriter();
    writer.begin();
    writer.beginDay();
    writer.version(0, MOST_DOWNLOADS, 1);
    writer.version(99_999, MOST_DOWNLOADS - 1, MOST_DOWNLOADS - 2);
    writer.endDay(30, MOST_DOWNLOADS, MOST_DOWNLOADS / 2);
    byte[] open = writer.toBytes();
    assertArrayEquals(open, opened(months.close(open)));
  }

  @Example
  void a_month_of_totals_only_is_closed_too() {
    MonthWriter writer = new MonthWriter();
    writer.begin();
    for (int day = 0; day < 31; day++) {
      writer.beginDay();
      writer.endDay(day, 3 + day % 4, day % 2);
    }
    byte[] open = writer.toBytes();
    byte[] closed = months.close(open);
    assertEquals(ClosedMonth.FORMAT, closed[0]);
    assertArrayEquals(open, opened(closed));
  }

  private static byte[] opened(byte[] month) {
    MonthReader reader = new MonthReader();
    reader.reset(month);
    MonthWriter writer = new MonthWriter();
    writer.begin();
    while (reader.next()) {
      writer.copyDay(reader);
    }
    return writer.toBytes();
  }

  private static byte[] openedBreakdown(byte[] month) {
    BreakdownReader reader = new BreakdownReader();
    reader.reset(month);
    BreakdownWriter writer = new BreakdownWriter();
    writer.begin();
    while (reader.nextDay()) {
      writer.copyDay(reader);
    }
    return writer.toBytes();
  }

  private static byte[] month(Random random) {
    MonthWriter writer = new MonthWriter();
    writer.begin();
    int versions = 1 + random.nextInt(30);
    boolean forgotten = random.nextInt(10) == 0;
    for (int day = 0; day < 31; day++) {
      if (random.nextInt(3) == 0) {
        continue;
      }
      writer.beginDay();
      for (int version = 0; version < versions && !forgotten; version++) {
        if (random.nextInt(5) == 0) {
          long all = downloads(random);
          writer.version(version * 7, all, without(random, all));
        }
      }
      long rest = random.nextInt(4) == 0 ? downloads(random) : 0;
      writer.endDay(day, rest, rest / 3);
    }
    return writer.toBytes();
  }

  private static byte[] breakdown(Random random) {
    BreakdownWriter writer = new BreakdownWriter();
    writer.begin();
    boolean sameSums = random.nextBoolean();
    for (int day = 0; day < 31; day++) {
      if (random.nextInt(3) == 0) {
        continue;
      }
      long all = 4 + downloads(random);
      long without = without(random, all);
      for (int dimension = 0; dimension < 5; dimension++) {
        if (random.nextInt(20) == 0) {
          continue;
        }
        if (sameSums) {
          divide(writer, random, all, without);
        } else {
          category(writer, random.nextInt(3), downloads(random), random);
        }
        writer.endDimension(dimension);
      }
      writer.endDay(day);
    }
    return writer.toBytes();
  }

  private static void category(BreakdownWriter writer, int number, long all, Random random) {
    if (number > 0) {
      writer.category(number, all, without(random, all));
    }
  }

  private static void divide(BreakdownWriter writer, Random random, long all, long without) {
    TreeMap<Integer, long[]> parts = new TreeMap<>();
    long allLeft = all;
    long withoutLeft = without;
    while (allLeft > 0) {
      long part = random.nextInt(3) == 0 ? allLeft : 1 + random.nextLong(allLeft);
      long ofPeople =
          Math.max(withoutLeft - (allLeft - part), Math.min(part, withoutLeft) * random.nextInt(2));
      long[] sums = parts.computeIfAbsent(random.nextInt(60), any -> new long[2]);
      sums[0] += part;
      sums[1] += ofPeople;
      allLeft -= part;
      withoutLeft -= ofPeople;
    }
    parts.forEach((number, sums) -> writer.category(number, sums[0], sums[1]));
  }

  private static long downloads(Random random) {
    return 1 + (random.nextInt(8) == 0 ? random.nextLong(1L << 40) : random.nextInt(6));
  }

  private static long without(Random random, long all) {
    return random.nextInt(3) == 0 ? random.nextLong(all + 1) : random.nextInt(2) * all;
  }
}
