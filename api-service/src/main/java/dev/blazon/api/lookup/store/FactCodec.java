package dev.blazon.api.lookup.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes one kind of facts as bytes, and reads them back. Thread-safe. */
public interface FactCodec<T> {

  /**
   * The version of the form, 0 to 127; it is raised whenever the form changes. Bytes of another
   * version are not read.
   */
  int schema();

  void write(T value, DataOutput out) throws IOException;

  /**
   * Reads facts that {@link #write} wrote.
   *
   * @throws IOException when the bytes are not in this form
   */
  T read(DataInput in) throws IOException;
}
