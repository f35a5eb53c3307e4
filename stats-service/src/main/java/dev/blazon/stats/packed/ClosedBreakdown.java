package dev.blazon.stats.packed;

import java.util.Arrays;

/**
 * The form of the breakdowns of a month that is over, which nothing is added to: less than half of
 * what a {@link BreakdownWriter} makes. Long ones, which take long to read, stay as they are. Used
 * again and again by one thread.
 *
 * <p>The form: format, checksum, then in one stream of coded bits which days there are, and for
 * each dimension whether there is a {@link Sheet} of its categories. All dimensions divide the same
 * downloads, so the first one's sums tell much about the others.
 */
public final class ClosedBreakdown {

  static final int FORMAT = 2;

  /**
   * Nine tenths of all bytes are in shorter ones, and these are read in less than a millisecond.
   */
  private static final int MOST_BYTES = 8192;

  private static final int DAYS = 32;

  /** More than there are; a form with others stays as it is. */
  private static final int DIMENSIONS = 8;

  private static final int DAY = 0;
  private static final int DIMENSION = 2;
  private static final int SHEETS = DIMENSION + 1;
  private static final int CONTEXTS = SHEETS + DIMENSIONS * Sheet.CONTEXTS;

  private final ByteSink sink = new ByteSink();
  private final BitEncoder encoder = new BitEncoder(CONTEXTS, sink);
  private final BitDecoder decoder = new BitDecoder(CONTEXTS);
  private final Sheet[] sheets = new Sheet[DIMENSIONS];
  private final BreakdownReader reader = new BreakdownReader();
  private final BreakdownWriter writer = new BreakdownWriter();
  private final boolean[] has = new boolean[DAYS];
  private final boolean[] used = new boolean[DIMENSIONS];

  public ClosedBreakdown() {
    Arrays.setAll(sheets, any -> new Sheet());
  }

  /** The closed form of packed breakdowns; the same array if they stay as they are. */
  public byte[] close(byte[] days) {
    if (days.length > MOST_BYTES || days.length < Envelope.BYTES || days[0] == FORMAT) {
      return days;
    }
    if (!read(days)) {
      return days;
    }
    Envelope.open(sink, FORMAT);
    encoder.begin();
    code(encoder);
    encoder.end();
    Envelope.seal(sink);
    return sink.length() < days.length ? sink.toBytes() : days;
  }

  /** Whether the form can be closed. */
  private boolean read(byte[] days) {
    clear();
    reader.reset(days);
    int column = -1;
    while (reader.nextDay()) {
      if (reader.day() >= DAYS) {
        return false;
      }
      has[reader.day()] = true;
      column++;
      int before = 0;
      while (reader.nextCategory()) {
        int dimension = reader.dimension();
        if (dimension < before || dimension >= DIMENSIONS) {
          return false;
        }
        before = dimension;
        used[dimension] = true;
        sheets[dimension].add(
            column, reader.category(), reader.all(), reader.all() - reader.withoutMirrors());
      }
    }
    return Arrays.stream(sheets).allMatch(Sheet::isSmall);
  }

  private void clear() {
    Arrays.fill(has, false);
    Arrays.fill(used, false);
    for (Sheet sheet : sheets) {
      sheet.begin();
    }
  }

  private void code(BitCoder coder) {
    for (int day = 0; day < DAYS; day++) {
      has[day] = coder.bit(DAY + (day > 0 && has[day - 1] ? 1 : 0), has[day]);
    }
    int columns = 0;
    for (boolean isThere : has) {
      columns += isThere ? 1 : 0;
    }
    int first = DIMENSIONS;
    for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
      used[dimension] = coder.bit(DIMENSION, used[dimension]);
      if (used[dimension]) {
        first = Math.min(first, dimension);
        sheets[dimension].code(coder, SHEETS + dimension * Sheet.CONTEXTS, columns, sheets[first]);
      }
    }
  }

  /**
   * The days as a {@link BreakdownWriter} packed them; the source stands behind the envelope.
   *
   * @throws DamagedBlobException if the bytes are no closed breakdowns
   */
  byte[] open(ByteSource closed) {
    try {
      clear();
      decoder.begin(closed);
      code(decoder);
      return written();
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new DamagedBlobException("no closed breakdowns: " + e.getMessage());
    }
  }

  private byte[] written() {
    writer.begin();
    int column = 0;
    for (int day = 0; day < DAYS; day++) {
      if (has[day]) {
        writeCategories(column++);
        writer.endDay(day);
      }
    }
    return writer.toBytes();
  }

  private void writeCategories(int column) {
    for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
      Sheet sheet = sheets[dimension];
      for (int line = 0; line < sheet.lines(); line++) {
        long all = sheet.all(line, column);
        if (all > 0) {
          writer.category(sheet.number(line), all, all - sheet.mirrors(line, column));
        }
      }
      writer.endDimension(dimension);
    }
  }
}
