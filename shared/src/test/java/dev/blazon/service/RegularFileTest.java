package dev.blazon.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class RegularFileTest {

  private static final int MOST = 1_000;

  @TempDir private Path folder;

  @Test
  void a_file_is_read_whole() throws IOException {
    Path file = folder.resolve("file");
    for (int length : new int[] {0, 1, MOST}) {
      byte[] content = new byte[length];
      assertArrayEquals(content, RegularFile.read(Files.write(file, content), MOST));
    }
  }

  @Test
  void a_longer_file_is_not_read() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[MOST + 1]);
    assertUnusable(file);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    assertUnusable(file);
  }

  @Test
  void nothing_but_files_is_opened() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[1]);
    assertUnusable(folder);
    assertUnusable(Files.createSymbolicLink(folder.resolve("link"), file));
    assertUnusable(Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero")));
    assertUnusable(Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop")));
    assertUnusable(Path.of("/dev/zero"));
    Path socket = folder.resolve("socket");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertUnusable(socket);
    }
    assertThrows(NoSuchFileException.class, () -> RegularFile.read(folder.resolve("none"), MOST));
  }

  private static void assertUnusable(Path file) {
    assertThrows(RegularFile.UnusableException.class, () -> RegularFile.read(file, MOST));
  }
}
