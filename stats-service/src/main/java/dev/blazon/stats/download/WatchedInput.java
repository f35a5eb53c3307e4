package dev.blazon.stats.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how many bytes of a file were read. For one thread. */
final class WatchedInput extends FilterInputStream {

  private final ImportProgress progress;

  WatchedInput(InputStream input, ImportProgress progress) {
    super(input);
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    progress.bytesRead(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    progress.bytesRead(Math.max(0, read));
    return read;
  }
}
