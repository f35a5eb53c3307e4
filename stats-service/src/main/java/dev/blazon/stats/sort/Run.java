package dev.blazon.stats.sort;

import java.io.IOException;

/** Rows in ascending order, read one after another: from memory or from a file. */
interface Run extends AutoCloseable {

  /** Goes to the next row; false if there is none. */
  boolean next() throws IOException;

  byte[] array();

  int keyStart();

  int keyLength();

  long all();

  long withoutMirrors();

  @Override
  void close();
}
