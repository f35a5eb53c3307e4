package dev.blazon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {

  @TempDir private Path root;

  @Test
  void a_new_folder_and_its_new_parents_are_for_this_user_only() throws IOException {
    PrivateFolder.create(root.resolve("a/b"));
    assertEquals("rwx------", permissions(root.resolve("a")));
    assertEquals("rwx------", permissions(root.resolve("a/b")));
  }

  @Test
  void a_folder_that_others_may_write_to_is_closed_to_them() throws IOException {
    Path folder = Files.createDirectory(root.resolve("a"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    PrivateFolder.check(folder);
    assertEquals("rwx------", permissions(folder));
  }

  @Test
  void a_folder_that_others_may_only_read_stays_as_it_is() throws IOException {
    Path folder = Files.createDirectory(root.resolve("a"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    PrivateFolder.create(folder);
    assertEquals("rwxr-xr-x", permissions(folder));
  }

  @Test
  void links_files_and_nothing_are_no_folders() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    Path link = Files.createSymbolicLink(root.resolve("link"), root);
    assertThrows(FileSystemException.class, () -> PrivateFolder.check(file));
    assertThrows(FileSystemException.class, () -> PrivateFolder.check(link));
    assertThrows(NoSuchFileException.class, () -> PrivateFolder.check(root.resolve("none")));
  }

  private static String permissions(Path folder) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
  }
}
