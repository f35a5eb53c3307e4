package dev.blazon.stats.download;

import java.nio.charset.StandardCharsets;

/**
 * The fields of a line of CSV (RFC 4180), as ranges of bytes. A quoted field may hold commas and
 * doubled quotes, but no line ends: none of our columns needs any. Used again and again by one
 * thread.
 */
final class CsvFields {

  private static final int MAX_FIELDS = 64;

  private final int[] starts = new int[MAX_FIELDS];
  private final int[] ends = new int[MAX_FIELDS];
  private byte[] bytes = {};
  private int count;

  /** Splits a line in place; false if quotes do not match or there are too many fields. */
  boolean split(byte[] line, int from, int to) {
    bytes = line;
    count = 0;
    int at = from;
    while (count < MAX_FIELDS) {
      if (at < to && line[at] == '"') {
        at = quoted(at, to);
        if (at < 0) {
          return false;
        }
      } else {
        starts[count] = at;
        while (at < to && line[at] != ',') {
          at++;
        }
        ends[count++] = at;
      }
      if (at == to) {
        return true;
      }
      at++;
    }
    return false;
  }

  /**
   * Takes quotes away, and gives the place of the comma after them, or the end; -1 if malformed.
   */
  private int quoted(int from, int to) {
    int write = from + 1;
    int at = from + 1;
    starts[count] = write;
    while (at < to) {
      byte c = bytes[at++];
      if (c == '"') {
        if (at == to || bytes[at] == ',') {
          ends[count++] = write;
          return at;
        }
        if (bytes[at++] != '"') {
          return -1;
        }
      }
      bytes[write++] = c;
    }
    return -1;
  }

  int count() {
    return count;
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  String text(int field) {
    return new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
  }

  /** A field as a count; -1 if it is not one to eighteen digits. */
  private long number(int field) {
    int from = starts[field];
    int to = ends[field];
    if (from == to || to - from > 18) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /**
   * A field that counts something.
   *
   * @param name of the column, for the message
   * @param lines where the line is from
   * @throws MalformedFileException if it is no number, negative, or too large
   */
  long count(int column, String name, long max, Lines lines) throws MalformedFileException {
    long value = number(column);
    if (value < 0) {
      throw lines.malformed(name + " is no count: '" + text(column) + "'");
    }
    if (value > max) {
      throw lines.malformed(name + " is too large: " + value + " of at most " + max);
    }
    return value;
  }
}
