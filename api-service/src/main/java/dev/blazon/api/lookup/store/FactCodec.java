package dev.blazon.api.lookup.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes one kind of facts as bytes, and reads them again. */
public interface FactCodec<T> {

  /** Raised whenever the form changes: what another version wrote is not read. */
  int schema();

  void write(T value, DataOutput out) throws IOException;

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when the bytes are none of ours
   */
  T read(DataInput in) throws IOException;
}
