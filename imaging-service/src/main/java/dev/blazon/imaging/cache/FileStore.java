package dev.blazon.imaging.cache;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Where cache files lie: what the disk cache needs of a file system, and no more, so that a full or
 * a vanished one can be had in a test. All methods block.
 */
interface FileStore {

  /** One stored file; {@code bytes} is what it takes from the disk. */
  record StoredFile(String name, long bytes, Instant modified) {}

  /**
   * Reads a whole file.
   *
   * @throws NoSuchFileException when there is none
   */
  byte[] read(String name) throws IOException;

  /**
   * Puts a file in place, whole or not at all, even when the machine stops halfway.
   *
   * @return what it takes from the disk, in bytes
   */
  long write(String name, byte[] content, Instant modified) throws IOException;

  /** Deletes a file; one that is gone already is no error. */
  void delete(String name) throws IOException;

  /** Shows every stored file, and deletes what writers that died have left behind. */
  void forEach(Consumer<StoredFile> visitor) throws IOException;
}
