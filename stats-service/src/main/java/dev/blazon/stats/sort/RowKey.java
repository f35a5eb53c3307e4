package dev.blazon.stats.sort;

/**
 * The bytes by which a row is sorted: month (2 bytes), the normalised name of the project, a zero,
 * the day of the month - 1 (1 byte), the kind (1 byte), and a text. Their unsigned order is the
 * order of the merge.
 */
final class RowKey {

  /** The kind of a row about a version; other kinds are 1 + the number of a dimension. */
  static final int VERSION = 0;

  static final int MONTH_BYTES = 2;

  /** Names have at most 256 bytes, texts 128; the rest of a key takes 5 bytes. */
  static final int MAX_BYTES = 512;

  private RowKey() {}
}
