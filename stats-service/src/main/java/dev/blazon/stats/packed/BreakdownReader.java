package dev.blazon.stats.packed;

import java.util.Optional;

/**
 * Reads the breakdowns of a project's month that a {@link BreakdownWriter} packed, or their closed
 * form.
 */
public final class BreakdownReader {

  private final ByteSource days = new ByteSource();
  private final ByteSource entries = new ByteSource();
  private final CountReader counts = new CountReader();

  /** Made when the first closed month is read. */
  private Optional<ClosedBreakdown> closed = Optional.empty();

  private int day;
  private int segmentStart;
  private int bodyEnd;
  private int dimension;
  private int entriesLeft;

  /**
   * Begins to read.
   *
   * @throws DamagedBlobException if the bytes are not a whole month
   */
  public void reset(byte[] month) {
    if (Envelope.hasFormat(month, ClosedBreakdown.FORMAT)) {
      Envelope.check(month, ClosedBreakdown.FORMAT, days);
      Envelope.check(opened(), BreakdownWriter.FORMAT, days);
    } else {
      Envelope.check(month, BreakdownWriter.FORMAT, days);
    }
    day = -1;
  }

  private byte[] opened() {
    if (closed.isEmpty()) {
      closed = Optional.of(new ClosedBreakdown());
    }
    return closed.get().open(days);
  }

  /** Begins to read a month without days. */
  public void resetToEmpty() {
    days.reset(new byte[0], 0, 0);
    day = -1;
  }

  /** Goes to the next day with breakdowns; false if there is none. */
  public boolean nextDay() {
    if (days.isAtEnd()) {
      return false;
    }
    segmentStart = days.position();
    int next = days.nextByte();
    if (next <= day) {
      throw new DamagedBlobException("day " + next + " after " + day);
    }
    day = next;
    int length = days.nextSmall();
    int start = days.position();
    days.skip(length);
    bodyEnd = days.position();
    entries.reset(days.array(), start, bodyEnd);
    entriesLeft = 0;
    return true;
  }

  /**
   * Goes to the next category of the day, perhaps of the next dimension; false if there is none.
   */
  public boolean nextCategory() {
    if (entriesLeft == 0) {
      if (entries.isAtEnd()) {
        return false;
      }
      dimension = entries.nextByte();
      entriesLeft = entries.nextSmall();
      counts.begin();
    }
    counts.read(entries);
    entriesLeft--;
    return true;
  }

  /** The day of the month - 1. */
  public int day() {
    return day;
  }

  /** The number of the dimension. */
  public int dimension() {
    return dimension;
  }

  /** The number of the category. */
  public int category() {
    return counts.number();
  }

  public long all() {
    return counts.all();
  }

  public long withoutMirrors() {
    return counts.withoutMirrors();
  }

  void copyTo(ByteSink sink) {
    sink.put(days.array(), segmentStart, bodyEnd);
  }
}
