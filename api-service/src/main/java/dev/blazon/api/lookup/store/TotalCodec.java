package dev.blazon.api.lookup.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Encodes an all-time download count as bytes. */
public final class TotalCodec implements FactCodec<Long> {

  @Override
  public int schema() {
    return 1;
  }

  @Override
  public void write(Long total, DataOutput out) throws IOException {
    out.writeLong(total);
  }

  @Override
  public Long read(DataInput in) throws IOException {
    return FactText.readAmount(in);
  }
}
