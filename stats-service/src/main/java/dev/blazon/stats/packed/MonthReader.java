package dev.blazon.stats.packed;

import java.util.Optional;

/**
 * Reads the days of a project's month that a {@link MonthWriter} packed, or their closed form. For
 * one thread.
 */
public final class MonthReader {

  private final ByteSource source = new ByteSource();
  private final CountReader counts = new CountReader();

  /** Made when the first closed month is read. */
  private Optional<ClosedMonth> closed = Optional.empty();

  private int segmentStart;
  private int bodyStart;
  private int bodyEnd;
  private int day;
  private long restAll;
  private long restWithoutMirrors;

  /**
   * Begins to read.
   *
   * @throws DamagedBlobException if the bytes are not a whole month
   */
  public void reset(byte[] month) {
    if (Envelope.hasFormat(month, ClosedMonth.FORMAT)) {
      Envelope.check(month, ClosedMonth.FORMAT, source);
      Envelope.check(opened(), MonthWriter.FORMAT, source);
    } else {
      Envelope.check(month, MonthWriter.FORMAT, source);
    }
    day = -1;
  }

  private byte[] opened() {
    if (closed.isEmpty()) {
      closed = Optional.of(new ClosedMonth());
    }
    return closed.get().open(source);
  }

  /** Begins to read a month without days. */
  public void resetToEmpty() {
    source.reset(new byte[0], 0, 0);
    day = -1;
  }

  /** Goes to the next day with downloads; false if there is none. */
  public boolean next() {
    if (source.isAtEnd()) {
      return false;
    }
    segmentStart = source.position();
    int head = source.nextByte();
    int next = head & MonthWriter.DAY_MASK;
    if (next <= day) {
      throw new DamagedBlobException("day " + next + " after " + day);
    }
    day = next;
    restAll = 0;
    restWithoutMirrors = 0;
    if ((head & MonthWriter.HAS_REST) != 0) {
      restAll = source.nextVarint();
      restWithoutMirrors = restAll - source.nextVarint();
    }
    int bodyBytes = (head & MonthWriter.HAS_BODY) != 0 ? source.nextSmall() : 0;
    bodyStart = source.position();
    source.skip(bodyBytes);
    bodyEnd = source.position();
    return true;
  }

  /** The day of the month - 1. */
  public int day() {
    return day;
  }

  /** Whether the day's versions are kept. */
  public boolean hasVersions() {
    return bodyEnd > bodyStart;
  }

  /** Downloads that belong to no known version. */
  public long restAll() {
    return restAll;
  }

  public long restWithoutMirrors() {
    return restWithoutMirrors;
  }

  /** The day's counts by number; valid until the next call of {@link #next}. */
  public CountReader versions() {
    counts.reset(source.array(), bodyStart, bodyEnd);
    return counts;
  }

  void copyTo(ByteSink sink) {
    sink.put(source.array(), segmentStart, bodyEnd);
  }
}
