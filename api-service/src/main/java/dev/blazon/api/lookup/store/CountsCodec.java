package dev.blazon.api.lookup.store;

import dev.blazon.api.downloads.DownloadCounts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Encodes recent download counts as bytes. */
public final class CountsCodec implements FactCodec<DownloadCounts> {

  @Override
  public int schema() {
    return 1;
  }

  @Override
  public void write(DownloadCounts counts, DataOutput out) throws IOException {
    out.writeLong(counts.lastDay());
    out.writeLong(counts.lastWeek());
    out.writeLong(counts.lastMonth());
  }

  @Override
  public DownloadCounts read(DataInput in) throws IOException {
    return new DownloadCounts(
        FactText.readAmount(in), FactText.readAmount(in), FactText.readAmount(in));
  }
}
