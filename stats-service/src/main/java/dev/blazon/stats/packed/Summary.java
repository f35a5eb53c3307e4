package dev.blazon.stats.packed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a badge needs to know about a project, in one packed row: all-time totals, the newest days,
 * and which days were fetched for this project alone. Changed in place, and used again and again by
 * one thread. Days are days since 1970-01-01.
 *
 * <p>The form: format, checksum; first day; total and mirrors; the seed (its last day, or 0, then
 * downloads and mirrors); the own days (how many stretches, then for each gap, length and source);
 * the day from which on the newest days are known; the newest days as counts by number.
 */
public final class Summary {

  /**
   * How many calendar days before a project's newest day are kept here. A window of 30 days is read
   * from them even when 15 of its days are missing; beyond that the months are read.
   */
  public static final int RECENT_DAYS = 45;

  private static final int FORMAT = 1;

  /** A stretch of days that were fetched for a project alone, all from one source. */
  public record OwnDays(int first, int last, int source) {}

  private final ByteSink sink = new ByteSink();
  private final ByteSource source = new ByteSource();
  private final CountWriter writer = new CountWriter();
  private final CountReader reader = new CountReader();

  private int firstDay;
  private long totalAll;
  private long totalWithoutMirrors;
  private int seedUntil;
  private long seedAll;
  private long seedWithoutMirrors;
  private List<OwnDays> own = List.of();
  private int recentFrom;
  private int recentCount;
  private int[] recentDays = new int[RECENT_DAYS];
  private long[] recentAll = new long[RECENT_DAYS];
  private long[] recentWithoutMirrors = new long[RECENT_DAYS];

  /** Makes this the summary of a project of which nothing is known. */
  public void reset() {
    firstDay = 0;
    totalAll = 0;
    totalWithoutMirrors = 0;
    seedUntil = 0;
    seedAll = 0;
    seedWithoutMirrors = 0;
    own = List.of();
    recentFrom = 0;
    recentCount = 0;
  }

  /**
   * Reads a packed summary.
   *
   * @throws DamagedBlobException if the bytes are not a whole summary
   */
  public void reset(byte[] summary) {
    Envelope.check(summary, FORMAT, source);
    firstDay = source.nextSmall();
    totalAll = source.nextVarint();
    totalWithoutMirrors = totalAll - source.nextVarint();
    seedUntil = source.nextSmall();
    seedAll = seedUntil == 0 ? 0 : source.nextVarint();
    seedWithoutMirrors = seedUntil == 0 ? 0 : seedAll - source.nextVarint();
    readOwn();
    recentFrom = source.nextSmall();
    recentCount = 0;
    reader.begin();
    while (!source.isAtEnd()) {
      reader.read(source);
      insertRecent(
          recentCount, recentFrom + reader.number(), reader.all(), reader.withoutMirrors());
    }
  }

  private void readOwn() {
    int stretches = source.nextSmall();
    if (stretches == 0) {
      own = List.of();
      return;
    }
    List<OwnDays> read = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < stretches; i++) {
      int first = end + source.nextSmall();
      int last = first + source.nextSmall();
      read.add(new OwnDays(first, last, source.nextSmall()));
      end = last;
    }
    own = List.copyOf(read);
  }

  /** The packed summary; a new array. */
  public byte[] toBytes() {
    Envelope.open(sink, FORMAT);
    sink.putVarint(firstDay);
    sink.putVarint(totalAll);
    sink.putVarint(totalAll - totalWithoutMirrors);
    sink.putVarint(seedUntil);
    if (seedUntil != 0) {
      sink.putVarint(seedAll);
      sink.putVarint(seedAll - seedWithoutMirrors);
    }
    sink.putVarint(own.size());
    int end = 0;
    for (OwnDays days : own) {
      sink.putVarint(days.first() - end);
      sink.putVarint(days.last() - days.first());
      sink.putVarint(days.source());
      end = days.last();
    }
    sink.putVarint(recentFrom);
    writer.begin();
    for (int i = 0; i < recentCount; i++) {
      writer.put(sink, recentDays[i] - recentFrom, recentAll[i], recentWithoutMirrors[i]);
    }
    Envelope.seal(sink);
    return sink.toBytes();
  }

  /**
   * Replaces the downloads of a day. Days up to the seed's last day do not change the totals: the
   * seed contains them.
   */
  public void replaceDay(int day, long oldAll, long oldWithout, long newAll, long newWithout) {
    if (day > seedUntil) {
      totalAll = Math.addExact(totalAll, newAll - oldAll);
      totalWithoutMirrors = Math.addExact(totalWithoutMirrors, newWithout - oldWithout);
    }
    if (newAll > 0 && (firstDay == 0 || day < firstDay)) {
      firstDay = day;
    }
    if (day >= recentFrom) {
      replaceRecent(day, newAll, newWithout);
    }
  }

  private void replaceRecent(int day, long all, long without) {
    int place = recentCount;
    while (place > 0 && recentDays[place - 1] >= day) {
      place--;
    }
    if (place < recentCount && recentDays[place] == day) {
      if (all > 0) {
        recentAll[place] = all;
        recentWithoutMirrors[place] = without;
      } else {
        removeRecent(place, 1);
      }
    } else if (all > 0) {
      recentFrom = Math.max(recentFrom, Math.max(day, newestDay()) - RECENT_DAYS + 1);
      int old = 0;
      while (old < recentCount && recentDays[old] < recentFrom) {
        old++;
      }
      removeRecent(0, old);
      if (day >= recentFrom) {
        insertRecent(place - old, day, all, without);
      }
    }
  }

  private void insertRecent(int place, int day, long all, long without) {
    if (recentCount >= RECENT_DAYS) {
      throw new DamagedBlobException("more than " + RECENT_DAYS + " newest days");
    }
    int moved = recentCount - place;
    System.arraycopy(recentDays, place, recentDays, place + 1, moved);
    System.arraycopy(recentAll, place, recentAll, place + 1, moved);
    System.arraycopy(recentWithoutMirrors, place, recentWithoutMirrors, place + 1, moved);
    recentDays[place] = day;
    recentAll[place] = all;
    recentWithoutMirrors[place] = without;
    recentCount++;
  }

  private void removeRecent(int place, int count) {
    if (count == 0) {
      return;
    }
    int moved = recentCount - place - count;
    System.arraycopy(recentDays, place + count, recentDays, place, moved);
    System.arraycopy(recentAll, place + count, recentAll, place, moved);
    System.arraycopy(recentWithoutMirrors, place + count, recentWithoutMirrors, place, moved);
    recentCount -= count;
  }

  /**
   * Sets the downloads before daily counts begin, which an operator knows from elsewhere.
   *
   * @param until the last day that the seed contains
   * @param keptAll downloads on kept days after {@code until}
   */
  public void seed(int until, long all, long without, long keptAll, long keptWithout) {
    seedUntil = until;
    seedAll = all;
    seedWithoutMirrors = without;
    totalAll = Math.addExact(all, keptAll);
    totalWithoutMirrors = Math.addExact(without, keptWithout);
  }

  /**
   * Whether the seed tells mirrors apart. Every project has downloads of mirrors, so one that seems
   * to have none is from a source that does not know.
   */
  public boolean seedKnowsMirrors() {
    return seedAll == 0 || seedWithoutMirrors < seedAll;
  }

  /** The days that were fetched for this project alone, in ascending order, never overlapping. */
  public List<OwnDays> own() {
    return own;
  }

  /** Notes that days were fetched for this project alone; replaces what was noted about them. */
  public void addOwn(int first, int last, int sourceNumber) {
    removeOwn(first, last);
    List<OwnDays> more = new ArrayList<>(own);
    more.add(new OwnDays(first, last, sourceNumber));
    more.sort((a, b) -> Integer.compare(a.first(), b.first()));
    List<OwnDays> joined = new ArrayList<>();
    for (OwnDays next : more) {
      OwnDays before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before != null && before.last() + 1 == next.first() && before.source() == next.source()) {
        joined.set(joined.size() - 1, new OwnDays(before.first(), next.last(), next.source()));
      } else {
        joined.add(next);
      }
    }
    own = List.copyOf(joined);
  }

  /** Notes that days are no longer this project's own; true if any was. */
  public boolean removeOwn(int first, int last) {
    boolean any = false;
    for (OwnDays days : own) {
      any |= days.first() <= last && days.last() >= first;
    }
    if (!any) {
      return false;
    }
    List<OwnDays> rest = new ArrayList<>();
    for (OwnDays days : own) {
      if (days.first() < first) {
        rest.add(new OwnDays(days.first(), Math.min(days.last(), first - 1), days.source()));
      }
      if (days.last() > last) {
        rest.add(new OwnDays(Math.max(days.first(), last + 1), days.last(), days.source()));
      }
    }
    own = rest.stream().filter(days -> days.first() <= days.last()).toList();
    return true;
  }

  /** The first day with downloads; 0 if there is none. */
  public int firstDay() {
    return firstDay;
  }

  public void setFirstDay(int day) {
    firstDay = day;
  }

  public long totalAll() {
    return totalAll;
  }

  public long totalWithoutMirrors() {
    return totalWithoutMirrors;
  }

  /** The last day that the seed contains; 0 if there is no seed. */
  public int seedUntil() {
    return seedUntil;
  }

  public long seedAll() {
    return seedAll;
  }

  public long seedWithoutMirrors() {
    return seedWithoutMirrors;
  }

  /** All downloads on and after this day can be read here. */
  public int recentFrom() {
    return recentFrom;
  }

  /** The newest day with downloads among the recent ones; 0 if there is none. */
  public int newestDay() {
    return recentCount == 0 ? 0 : recentDays[recentCount - 1];
  }

  /** How many recent days have downloads. */
  public int recentCount() {
    return recentCount;
  }

  /** The recent day at a place, in ascending order. */
  public int recentDay(int place) {
    return recentDays[place];
  }

  public long recentAll(int place) {
    return recentAll[place];
  }

  public long recentWithoutMirrors(int place) {
    return recentWithoutMirrors[place];
  }

  /** All downloads of the recent days from {@code first} to {@code last}. */
  public long sumAll(int first, int last) {
    return sum(recentAll, first, last);
  }

  public long sumWithoutMirrors(int first, int last) {
    return sum(recentWithoutMirrors, first, last);
  }

  private long sum(long[] counts, int first, int last) {
    long sum = 0;
    for (int i = recentCount - 1; i >= 0 && recentDays[i] >= first; i--) {
      if (recentDays[i] <= last) {
        sum += counts[i];
      }
    }
    return sum;
  }

  /** All days and counts, for messages of tests. */
  @Override
  public String toString() {
    return "total "
        + totalAll
        + ", recent "
        + Arrays.toString(Arrays.copyOf(recentAll, recentCount));
  }
}
