package dev.blazon.imaging.cache;

import dev.blazon.service.RegularFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The file operations that the disk cache needs, as an interface so that tests can simulate a full
 * or missing disk. All methods block.
 */
interface FileStore {

  /** One stored file; {@code bytes} is the disk space that it takes. */
  record StoredFile(String name, long bytes, Instant modified) {}

  /**
   * Reads a whole file.
   *
   * @throws NoSuchFileException if there is none
   * @throws RegularFile.UnusableException if something else has its name, or it is too large
   */
  byte[] read(String name) throws IOException;

  /**
   * Writes a file atomically: it is complete or absent, even after a power cut.
   *
   * @return the disk space that it takes, in bytes
   */
  long write(String name, byte[] content, Instant modified) throws IOException;

  /** Deletes a file, if it exists. */
  void delete(String name) throws IOException;

  /** Visits every stored file, and deletes unfinished files of writers that have died. */
  void forEach(Consumer<StoredFile> visitor) throws IOException;
}
