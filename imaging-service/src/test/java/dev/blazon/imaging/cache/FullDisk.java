package dev.blazon.imaging.cache;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.function.Consumer;

/** A simulated disk that can be filled; it is then read-only. */
final class FullDisk implements FileStore {

  private final FileStore disk;
  private boolean full;

  FullDisk(FileStore disk) {
    this.disk = disk;
  }

  void fill() {
    full = true;
  }

  @Override
  public byte[] read(String name) throws IOException {
    return disk.read(name);
  }

  @Override
  public long write(String name, byte[] content, Instant modified) throws IOException {
    if (full) {
      throw new FileSystemException(name, null, "No space left on device");
    }
    return disk.write(name, content, modified);
  }

  @Override
  public void delete(String name) throws IOException {
    disk.delete(name);
  }

  @Override
  public void forEach(Consumer<StoredFile> visitor) throws IOException {
    disk.forEach(visitor);
  }
}
