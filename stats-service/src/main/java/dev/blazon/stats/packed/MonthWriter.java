package dev.blazon.stats.packed;

/**
 * Packs the days of a project's month, in ascending order of the days. The form:
 *
 * <pre>
 * format, checksum                                            (see {@link Envelope})
 * for each day with downloads:
 *   day of the month - 1 (5 bits), rest follows (1 bit), body follows (1 bit)
 *   if the rest follows: varint downloads, varint mirrors     (downloads of no known version)
 *   if the body follows: varint length, then counts by number (see {@link CountWriter})
 * </pre>
 *
 * <p>Days stand one after another, not versions, since an import then copies the days before as
 * they are: it neither unpacks nor packs them. Totals are not written beside a body, which they are
 * the sum of. When a day's versions are forgotten, all its downloads become its rest.
 */
public final class MonthWriter {

  static final int FORMAT = 1;
  static final int DAY_MASK = 0x1f;
  static final int HAS_REST = 0x20;
  static final int HAS_BODY = 0x40;

  private final ByteSink sink = new ByteSink();
  private final ByteSink body = new ByteSink();
  private final CountWriter counts = new CountWriter();
  private int lastDay;

  public void begin() {
    Envelope.open(sink, FORMAT);
    lastDay = -1;
    beginDay();
  }

  /** Begins the body of a day, which {@link #endDay} adds. */
  public void beginDay() {
    body.clear();
    counts.begin();
  }

  /** Adds a version, in ascending order of the versions' numbers. */
  public void version(int number, long all, long withoutMirrors) {
    counts.put(body, number, all, withoutMirrors);
  }

  /**
   * Adds a day with the versions since {@link #beginDay}, and what belongs to none of them. A day
   * without downloads leaves no bytes.
   *
   * @param day day of the month - 1; larger than the one before
   */
  public void endDay(int day, long restAll, long restWithoutMirrors) {
    if (restAll == 0 && body.length() == 0) {
      return;
    }
    checkOrder(day);
    int head = day;
    if (restAll > 0) {
      head |= HAS_REST;
    }
    if (body.length() > 0) {
      head |= HAS_BODY;
    }
    sink.putByte(head);
    if (restAll > 0) {
      sink.putVarint(restAll);
      sink.putVarint(restAll - restWithoutMirrors);
    }
    if (body.length() > 0) {
      sink.putVarint(body.length());
      sink.put(body.array(), 0, body.length());
    }
  }

  /** Copies the day that a reader stands at, as it is. */
  public void copyDay(MonthReader reader) {
    checkOrder(reader.day());
    reader.copyTo(sink);
  }

  private void checkOrder(int day) {
    if (day <= lastDay || day > DAY_MASK) {
      throw new IllegalArgumentException("day " + day + " after " + lastDay);
    }
    lastDay = day;
  }

  public boolean isEmpty() {
    return sink.length() == Envelope.BYTES;
  }

  /** The packed month; a new array. */
  public byte[] toBytes() {
    Envelope.seal(sink);
    return sink.toBytes();
  }
}
