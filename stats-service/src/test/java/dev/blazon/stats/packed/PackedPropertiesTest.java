package dev.blazon.stats.packed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What was packed is read again, whatever it is; what was damaged is noticed. */
final class PackedPropertiesTest {

  /** Downloads of one version on one day. */
  private record Entry(long all, long without) {}

  @Property
  void a_month_is_read_as_it_was_written(@ForAll long seed) {
    SortedMap<Integer, SortedMap<Integer, Entry>> days = days(new Random(seed));
    byte[] packed = pack(days);
    assertEquals(days, unpack(packed));
    assertArrayEquals(packed, pack(unpack(packed)));
  }

  @Property
  void copied_days_are_the_same_bytes(@ForAll long seed) {
    byte[] packed = pack(days(new Random(seed)));
    MonthReader reader = new MonthReader();
    reader.reset(packed);
    MonthWriter writer = new MonthWriter();
    writer.begin();
    while (reader.next()) {
      writer.copyDay(reader);
    }
    assertArrayEquals(packed, writer.toBytes());
  }

  @Property
  void a_changed_or_cut_byte_is_noticed(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 255) int by) {
    Random random = new Random(seed);
    byte[] packed = pack(days(random));
    byte[] changed = packed.clone();
    changed[random.nextInt(changed.length)] ^= (byte) by;
    MonthReader reader = new MonthReader();
    assertThrows(DamagedBlobException.class, () -> reader.reset(changed));
    byte[] cut = Arrays.copyOf(packed, random.nextInt(packed.length));
    assertThrows(DamagedBlobException.class, () -> reader.reset(cut));
  }

  @Property
  void versions_keep_their_numbers(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, Integer> expected = new LinkedHashMap<>();
    VersionList list = new VersionList();
    for (int i = 0; i < 400; i++) {
      String version = random.nextInt(200) + "." + random.nextInt(3);
      byte[] text = ("x" + version).getBytes(StandardCharsets.UTF_8);
      int number = list.numberOf(text, 1, text.length);
      expected.putIfAbsent(version, expected.size());
      assertEquals(expected.get(version), number);
      if (random.nextInt(50) == 0) {
        byte[] packed = list.toBytes();
        list.reset(packed);
        assertFalse(list.hasGrown());
        assertArrayEquals(packed, list.toBytes());
      }
    }
    assertEquals(List.copyOf(expected.keySet()), list.toList());
  }

  @Property
  void a_distribution_tells_the_rank_of_any_number(
      @ForAll List<@LongRange(min = 0, max = 200_000) Long> downloads,
      @ForAll @LongRange(min = 0, max = 200_001) long of) {
    Distribution.Collector collector = new Distribution.Collector();
    downloads.forEach(collector::add);
    Distribution distribution = Distribution.of(collector.toBytes());
    LongStream positive = downloads.stream().mapToLong(Long::longValue).filter(next -> next > 0);
    assertEquals(positive.filter(next -> next > of).count() + 1, distribution.rank(of));
    assertEquals(downloads.stream().filter(next -> next > 0).count(), distribution.projects());
  }

  @Property
  void a_summary_is_read_as_it_was_written(@ForAll long seed) {
    Random random = new Random(seed);
    Summary summary = new Summary();
    int day = 20_000;
    for (int i = 0; i < 60; i++) {
      int changed = day - random.nextInt(80);
      long all = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(1000);
      long old = summary.sumAll(changed, changed);
      long oldWithout = summary.sumWithoutMirrors(changed, changed);
      if (changed >= summary.recentFrom()) {
        summary.replaceDay(changed, old, oldWithout, all, all / 2);
      }
      summary.addOwn(changed, changed + random.nextInt(5), random.nextInt(2));
      if (random.nextInt(4) == 0) {
        summary.removeOwn(changed, changed + 1);
      }
      day += random.nextInt(3);
    }
    byte[] packed = summary.toBytes();
    Summary read = new Summary();
    read.reset(packed);
    assertArrayEquals(packed, read.toBytes());
    assertEquals(summary.own(), read.own());
    assertEquals(summary.totalAll(), read.totalAll());
    assertTrue(read.recentCount() <= Summary.RECENT_DAYS);
  }

  private static SortedMap<Integer, SortedMap<Integer, Entry>> days(Random random) {
    SortedMap<Integer, SortedMap<Integer, Entry>> days = new TreeMap<>();
    int count = 1 + random.nextInt(31);
    for (int i = 0; i < count; i++) {
      SortedMap<Integer, Entry> versions = new TreeMap<>();
      int size = 1 + random.nextInt(30);
      for (int j = 0; j < size; j++) {
        // Number -1 stands for downloads of no version.
        int number = random.nextInt(4) == 0 ? random.nextInt(100_000) : random.nextInt(40) - 1;
        long all = 1 + (random.nextInt(4) == 0 ? random.nextLong(1L << 40) : random.nextInt(30));
        long mirrors = random.nextInt(3) == 0 ? random.nextLong(all + 1) : random.nextInt(2) * all;
        versions.put(number, new Entry(all, all - mirrors));
      }
      days.put(random.nextInt(31), versions);
    }
    return days;
  }

  private static byte[] pack(SortedMap<Integer, SortedMap<Integer, Entry>> days) {
    MonthWriter writer = new MonthWriter();
    writer.begin();
    days.forEach(
        (day, versions) -> {
          writer.beginDay();
          Entry rest = versions.getOrDefault(-1, new Entry(0, 0));
          versions
              .tailMap(0)
              .forEach((number, entry) -> writer.version(number, entry.all, entry.without));
          writer.endDay(day, rest.all, rest.without);
        });
    return writer.toBytes();
  }

  private static SortedMap<Integer, SortedMap<Integer, Entry>> unpack(byte[] packed) {
    SortedMap<Integer, SortedMap<Integer, Entry>> days = new TreeMap<>();
    MonthReader reader = new MonthReader();
    reader.reset(packed);
    while (reader.next()) {
      SortedMap<Integer, Entry> versions = new TreeMap<>();
      if (reader.restAll() > 0) {
        versions.put(-1, new Entry(reader.restAll(), reader.restWithoutMirrors()));
      }
      CountReader counts = reader.versions();
      while (counts.next()) {
        versions.put(counts.number(), new Entry(counts.all(), counts.withoutMirrors()));
      }
      days.put(reader.day(), versions);
    }
    return days;
  }
}
