package dev.blazon.stats.usage.report;

import dev.blazon.service.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The file with the secret of hashes. Blocks; stateless. */
public final class KeyFile {

  private static final int LEAST_BYTES = 16;
  private static final int MADE_BYTES = 32;
  private static final int MOST_BYTES = 4096;

  private KeyFile() {}

  /**
   * Reads the secret; makes it, for this user only, when there is none.
   *
   * @throws IOException if it cannot be read or made, or is too short
   */
  public static byte[] read(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    try (InputStream input = Files.newInputStream(file)) {
      byte[] key = input.readNBytes(MOST_BYTES);
      if (key.length < LEAST_BYTES) {
        throw new IOException(file + " has fewer than " + LEAST_BYTES + " bytes");
      }
      return key;
    }
  }

  /** Another process may make it at the same time: the first one wins, and has it whole. */
  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.exists(folder)) {
      PrivateFolder.create(folder);
    }
    byte[] key = new byte[MADE_BYTES];
    new SecureRandom().nextBytes(key);
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        isPosix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path fresh = Files.createTempFile(folder, "usage", ".key", ownerOnly);
    try {
      Files.write(fresh, key);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // The other one's is read.
    } catch (UnsupportedOperationException | AtomicMoveNotSupportedException e) {
      Files.copy(fresh, file);
    } finally {
      Files.delete(fresh);
    }
  }
}
