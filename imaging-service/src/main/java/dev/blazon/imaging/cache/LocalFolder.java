package dev.blazon.imaging.cache;

import dev.blazon.service.PrivateFolder;
import dev.blazon.service.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Cache files in a local folder, which several processes may use at the same time. Files are in
 * subfolders named after their first two characters, which only this user may write to. Files with
 * other names are not ours and are not touched.
 */
final class LocalFolder implements FileStore {

  /** The usual block size of file systems, in bytes; a small file takes one block. */
  private static final long BLOCK = 4096;

  /** The age at which an unfinished file is deleted: no write takes that long. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  /** Larger than any picture, in bytes: a larger file is not ours. */
  private static final int LARGEST_FILE = 8 << 20;

  private static final String UNFINISHED = ".tmp";
  private static final Pattern SHARD = Pattern.compile("[0-9a-f]{2}");
  private static final Pattern OURS = Pattern.compile("[0-9a-f]{64}|blazon-\\d+\\.tmp");

  private final Path folder;
  private final Clock clock;

  LocalFolder(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public byte[] read(String name) throws IOException {
    Path file = file(name);
    PrivateFolder.check(file.getParent());
    return RegularFile.read(file, LARGEST_FILE);
  }

  @Override
  public long write(String name, byte[] content, Instant modified) throws IOException {
    Path file = file(name);
    try {
      PrivateFolder.check(file.getParent());
    } catch (NoSuchFileException e) {
      PrivateFolder.create(file.getParent());
    }
    Path unfinished = unfinished(file);
    try {
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        // Otherwise a power cut could leave the new name with old or no content.
        channel.force(true);
      }
      Files.setLastModifiedTime(unfinished, FileTime.from(modified));
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return blocks(content.length);
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  @Override
  public void forEach(Consumer<StoredFile> visitor) throws IOException {
    try (DirectoryStream<Path> shards = Files.newDirectoryStream(folder)) {
      for (Path shard : shards) {
        if (SHARD.matcher(shard.getFileName().toString()).matches()) {
          visit(shard, visitor);
        }
      }
    } catch (NoSuchFileException e) {
      // Nothing has been written yet.
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void visit(Path shard, Consumer<StoredFile> visitor) throws IOException {
    try {
      PrivateFolder.check(shard);
    } catch (FileSystemException e) {
      return; // Through a link, files outside of this folder would be deleted.
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(shard)) {
      for (Path file : files) {
        if (OURS.matcher(file.getFileName().toString()).matches()) {
          visitFile(file, visitor);
        }
      }
    } catch (NotDirectoryException | NoSuchFileException e) {
      // Not ours, or deleted meanwhile.
    }
  }

  private void visitFile(Path file, Consumer<StoredFile> visitor) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = RegularFile.attributes(file);
    } catch (NoSuchFileException e) {
      return; // Another process has deleted it.
    }
    Instant modified = attributes.lastModifiedTime().toInstant();
    String name = file.getFileName().toString();
    if (!attributes.isRegularFile() || attributes.size() > LARGEST_FILE) {
      deleteForeign(file);
    } else if (!name.endsWith(UNFINISHED)) {
      visitor.accept(new StoredFile(name, blocks(attributes.size()), modified));
    } else if (modified.plus(ABANDONED).isBefore(clock.instant())) {
      Files.deleteIfExists(file);
    }
  }

  /** Something else has a picture's name: it would never be read, but take a picture's place. */
  private static void deleteForeign(Path file) throws IOException {
    try {
      Files.deleteIfExists(file);
    } catch (DirectoryNotEmptyException e) {
      // It is left to whoever filled it; the picture with this name is painted each time.
    }
  }

  private static long blocks(long size) {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static Path unfinished(Path file) throws IOException {
    return Files.createTempFile(file.getParent(), "blazon-", UNFINISHED);
  }

  private Path file(String name) {
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }
}
