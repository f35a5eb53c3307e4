package dev.blazon.stats.packed;

/**
 * The form of the days of a month that is over, which nothing is added to: about six tenths of what
 * a {@link MonthWriter} makes. Days that are short take it; long ones, which take long to read,
 * stay as they are. Used again and again by one thread.
 *
 * <p>The form: format, checksum, then in one stream of coded bits which days have downloads, the
 * downloads of no version of each, and a {@link Sheet} of the versions.
 */
public final class ClosedMonth {

  static final int FORMAT = 2;

  /** Nine tenths of all bytes are in shorter ones, and these are read in 0.1 ms. */
  private static final int MOST_BYTES = 1024;

  private static final int DAYS = MonthWriter.DAY_MASK + 1;

  private static final int DAY = 0;
  private static final int HAS_REST = 2;
  private static final int HAS_VERSIONS = 3;
  private static final int REST = 4;
  private static final int REST_MIRRORS = REST + BitCoder.NUMBER_CONTEXTS;
  private static final int SHEET = REST_MIRRORS + BitCoder.NUMBER_CONTEXTS;
  private static final int CONTEXTS = SHEET + Sheet.CONTEXTS;

  private final ByteSink sink = new ByteSink();
  private final BitEncoder encoder = new BitEncoder(CONTEXTS, sink);
  private final BitDecoder decoder = new BitDecoder(CONTEXTS);
  private final Sheet sheet = new Sheet();
  private final MonthReader reader = new MonthReader();
  private final MonthWriter writer = new MonthWriter();

  private final boolean[] has = new boolean[DAYS];
  private final boolean[] hasVersions = new boolean[DAYS];
  private final long[] rest = new long[DAYS];
  private final long[] restMirrors = new long[DAYS];

  /** The closed form of packed days; the same array if they stay as they are. */
  public byte[] close(byte[] days) {
    if (days.length > MOST_BYTES || days.length < Envelope.BYTES || days[0] == FORMAT) {
      return days;
    }
    read(days);
    if (!sheet.isSmall()) {
      return days;
    }
    Envelope.open(sink, FORMAT);
    encoder.begin();
    code(encoder);
    encoder.end();
    Envelope.seal(sink);
    return sink.length() < days.length ? sink.toBytes() : days;
  }

  private void read(byte[] days) {
    clear();
    reader.reset(days);
    int column = 0;
    while (reader.next()) {
      int day = reader.day();
      has[day] = true;
      rest[day] = reader.restAll();
      restMirrors[day] = reader.restAll() - reader.restWithoutMirrors();
      hasVersions[day] = reader.hasVersions();
      CountReader versions = reader.versions();
      while (versions.next()) {
        sheet.add(
            column, versions.number(), versions.all(), versions.all() - versions.withoutMirrors());
      }
      column += reader.hasVersions() ? 1 : 0;
    }
  }

  private void clear() {
    sheet.begin();
    for (int day = 0; day < DAYS; day++) {
      has[day] = false;
      hasVersions[day] = false;
      rest[day] = 0;
      restMirrors[day] = 0;
    }
  }

  private void code(BitCoder coder) {
    for (int day = 0; day < DAYS; day++) {
      has[day] = coder.bit(DAY + (day > 0 && has[day - 1] ? 1 : 0), has[day]);
    }
    int columns = 0;
    for (int day = 0; day < DAYS; day++) {
      if (has[day]) {
        codeRest(coder, day);
        columns += hasVersions[day] ? 1 : 0;
      }
    }
    sheet.code(coder, SHEET, columns, sheet);
  }

  private void codeRest(BitCoder coder, int day) {
    hasVersions[day] = coder.bit(HAS_VERSIONS, hasVersions[day]);
    if (coder.bit(HAS_REST, rest[day] > 0)) {
      rest[day] = coder.number(REST, Math.max(0, rest[day] - 1)) + 1;
      restMirrors[day] = coder.number(REST_MIRRORS, restMirrors[day]);
      if (restMirrors[day] > rest[day]) {
        throw new DamagedBlobException("more mirrors than downloads");
      }
    }
  }

  /**
   * The days as a {@link MonthWriter} packed them; the source stands behind the envelope.
   *
   * @throws DamagedBlobException if the bytes are no closed month
   */
  byte[] open(ByteSource closed) {
    try {
      clear();
      decoder.begin(closed);
      code(decoder);
      return written();
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new DamagedBlobException("no closed month: " + e.getMessage());
    }
  }

  private byte[] written() {
    writer.begin();
    int column = 0;
    for (int day = 0; day < DAYS; day++) {
      if (has[day]) {
        writer.beginDay();
        if (hasVersions[day]) {
          writeVersions(column++);
        }
        writer.endDay(day, rest[day], rest[day] - restMirrors[day]);
      }
    }
    return writer.toBytes();
  }

  private void writeVersions(int column) {
    for (int line = 0; line < sheet.lines(); line++) {
      long all = sheet.all(line, column);
      if (all > 0) {
        writer.version(sheet.number(line), all, all - sheet.mirrors(line, column));
      }
    }
  }
}
