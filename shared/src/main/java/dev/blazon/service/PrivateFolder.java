package dev.blazon.service;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Folders in which no other user can put or replace files. What is in such a folder was written by
 * this user or by root. On systems without Unix permissions nothing is checked. Blocks; stateless.
 */
public final class PrivateFolder {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  private static final FileAttribute<?>[] CREATED_WITH =
      UNIX
          ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
          : new FileAttribute<?>[0];

  /** The permission bits that let group and others write (POSIX, {@code sys/stat.h}). */
  private static final int WRITABLE_BY_OTHERS = 022;

  private static final int ROOT = 0;
  private static final OptionalLong USER = user();

  private PrivateFolder() {}

  /**
   * Creates a folder and its parents for this user only, and checks it. A parent that exists stays
   * as it is.
   *
   * @throws FileSystemException as {@link #check}
   */
  public static void create(Path folder) throws IOException {
    Files.createDirectories(folder, CREATED_WITH);
    check(folder);
  }

  /**
   * Checks a folder. One of this user's own that others may write to is first closed to them.
   *
   * @throws NoSuchFileException when there is none
   * @throws FileSystemException when it is no folder, a link, or when another user owns it
   */
  public static void check(Path folder) throws IOException {
    if (!UNIX) {
      return;
    }
    Map<String, Object> found =
        Files.readAttributes(folder, "unix:isDirectory,mode,uid", LinkOption.NOFOLLOW_LINKS);
    if (!found.get("isDirectory").equals(true)) {
      throw new NotDirectoryException(folder.toString());
    }
    int owner = (int) found.get("uid");
    boolean isOurs = USER.isEmpty() || USER.getAsLong() == owner || owner == ROOT;
    if (!isOurs) {
      throw new FileSystemException(folder.toString(), null, "it belongs to another user");
    }
    if (((int) found.get("mode") & WRITABLE_BY_OTHERS) != 0) {
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }
  }

  private static OptionalLong user() {
    try {
      return UNIX ? OptionalLong.of(new UnixSystem().getUid()) : OptionalLong.empty();
    } catch (LinkageError e) {
      return OptionalLong.empty(); // A Java runtime without this module.
    }
  }
}
