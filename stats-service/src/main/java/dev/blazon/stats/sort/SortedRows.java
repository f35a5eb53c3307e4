package dev.blazon.stats.sort;

import dev.blazon.count.Month;
import java.io.IOException;
import java.util.Arrays;

/**
 * Rows in ascending order of their keys, each key once: rows with equal keys are added up. For one
 * thread. Accessors speak about the row of the last {@link #next}.
 */
public final class SortedRows implements AutoCloseable {

  private final RunMerge runs;
  private final byte[] key = new byte[RowKey.MAX_BYTES];
  private int keyLength;
  private int nameEnd;
  private long all;
  private long withoutMirrors;
  private boolean pending;

  SortedRows(RunMerge runs) throws IOException {
    this.runs = runs;
    pending = runs.next();
  }

  /** Goes to the next row; false if there is none. */
  public boolean next() throws IOException {
    if (!pending) {
      return false;
    }
    keyLength = runs.keyLength();
    System.arraycopy(runs.array(), runs.keyStart(), key, 0, keyLength);
    nameEnd = RowKey.MONTH_BYTES;
    while (key[nameEnd] != 0) {
      nameEnd++;
    }
    all = runs.all();
    withoutMirrors = runs.withoutMirrors();
    while (true) {
      pending = runs.next();
      if (!pending || !isSameKey()) {
        return true;
      }
      all = Math.addExact(all, runs.all());
      withoutMirrors = Math.addExact(withoutMirrors, runs.withoutMirrors());
    }
  }

  private boolean isSameKey() {
    return runs.keyLength() == keyLength
        && Arrays.equals(
            key, 0, keyLength, runs.array(), runs.keyStart(), runs.keyStart() + keyLength);
  }

  public Month month() {
    return new Month(((key[0] & 0xff) << 8) | (key[1] & 0xff));
  }

  /** The array that holds name and text. */
  public byte[] array() {
    return key;
  }

  /** Where the normalised name of the project begins in {@link #array()}. */
  public int nameStart() {
    return RowKey.MONTH_BYTES;
  }

  public int nameEnd() {
    return nameEnd;
  }

  /** The day of the month - 1. */
  public int day() {
    return key[nameEnd + 1];
  }

  /** Whether the row is about a version, or about downloads without a version (an empty text). */
  public boolean isVersion() {
    return key[nameEnd + 2] == RowKey.VERSION;
  }

  /** The number of the dimension, if the row is about a category. */
  public int dimension() {
    return key[nameEnd + 2] - RowKey.VERSION - 1;
  }

  /** Where the version or category begins in {@link #array()}. */
  public int textStart() {
    return nameEnd + 3;
  }

  public int textEnd() {
    return keyLength;
  }

  public long all() {
    return all;
  }

  public long withoutMirrors() {
    return withoutMirrors;
  }

  /** Ends reading; the sorter closes its temporary files. */
  @Override
  public void close() {
    runs.close();
  }
}
