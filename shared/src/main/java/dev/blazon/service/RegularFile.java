package dev.blazon.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads small files from folders in which others may have put anything. Only regular files are
 * opened: opening a named pipe waits for a writer, a device may never end, and a symbolic link
 * leads out of the folder. Blocks; stateless.
 */
public final class RegularFile {

  /** The file is there, but it is no regular file, or it is longer than allowed. */
  public static final class UnusableException extends FileSystemException {
    private UnusableException(Path file, String reason) {
      super(file.toString(), null, reason);
    }
  }

  private RegularFile() {}

  /**
   * Reads a whole file.
   *
   * <p>Between the check and the opening the file may be replaced. A link is then refused all the
   * same; a pipe would make the thread wait, so call this only on threads whose number is bounded,
   * and with a deadline.
   *
   * @param most the longest file that is read, in bytes
   * @throws NoSuchFileException when there is none
   * @throws UnusableException when it is not a regular file, or longer than {@code most}
   */
  public static byte[] read(Path file, int most) throws IOException {
    check(attributes(file), file, most);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long size = channel.size();
      if (size > most) {
        throw tooLong(file, size);
      }
      ByteBuffer content = ByteBuffer.allocate((int) size);
      while (content.hasRemaining()) {
        if (channel.read(content) < 0) {
          throw new UnusableException(file, "it shrank while it was read");
        }
      }
      return content.array();
    }
  }

  /** The attributes of the file itself, and not of another one that a link names. */
  public static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static void check(BasicFileAttributes attributes, Path file, int most)
      throws UnusableException {
    if (!attributes.isRegularFile()) {
      throw new UnusableException(file, "it is no regular file");
    }
    if (attributes.size() > most) {
      throw tooLong(file, attributes.size());
    }
  }

  private static UnusableException tooLong(Path file, long size) {
    return new UnusableException(file, "it has " + size + " bytes");
  }
}
