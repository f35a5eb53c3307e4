package dev.blazon.stats.packed;

/**
 * Packs the breakdowns of a project's month, in ascending order of days and dimensions. The form:
 * format, checksum, then for each day its number, a varint length, and for each dimension its
 * number, a varint of how many categories it has, and counts by category (see {@link CountWriter}).
 */
public final class BreakdownWriter {

  static final int FORMAT = 1;

  private final ByteSink sink = new ByteSink();
  private final ByteSink body = new ByteSink();
  private final ByteSink entries = new ByteSink();
  private final CountWriter counts = new CountWriter();
  private int entryCount;

  public void begin() {
    Envelope.open(sink, FORMAT);
    body.clear();
    beginDimension();
  }

  private void beginDimension() {
    entries.clear();
    counts.begin();
    entryCount = 0;
  }

  /** Adds a category of the present dimension, in ascending order of their numbers. */
  public void category(int number, long all, long withoutMirrors) {
    counts.put(entries, number, all, withoutMirrors);
    entryCount++;
  }

  /** Ends a dimension with the categories added since the last one ended. */
  public void endDimension(int dimension) {
    if (entryCount > 0) {
      body.putByte(dimension);
      body.putVarint(entryCount);
      body.put(entries.array(), 0, entries.length());
    }
    beginDimension();
  }

  /** Ends a day with the dimensions added since the last one ended. */
  public void endDay(int day) {
    if (body.length() > 0) {
      sink.putByte(day);
      sink.putVarint(body.length());
      sink.put(body.array(), 0, body.length());
      body.clear();
    }
  }

  /** Copies the day that a reader stands at, as it is. */
  public void copyDay(BreakdownReader reader) {
    reader.copyTo(sink);
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
