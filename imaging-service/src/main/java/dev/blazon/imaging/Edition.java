package dev.blazon.imaging;

import dev.blazon.badge.BadgeColor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** The version of the painting code. Cached pictures of another version must not be used. */
final class Edition {

  /** The edition of the jars that determine pixels: the painters and the palette. */
  static final String CURRENT = of(List.of(home(Edition.class), home(BadgeColor.class)));

  private Edition() {}

  /**
   * Computes a checksum of the jars. It changes with the code even if the version number does not.
   *
   * @param code the locations of the classes; if one is a folder, as in tests, the result is {@code
   *     unpackaged}
   */
  static String of(List<Path> code) {
    CRC32C checksum = new CRC32C();
    for (Path jar : code) {
      if (!Files.isRegularFile(jar)) {
        return "unpackaged";
      }
      add(jar, checksum);
    }
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  private static void add(Path jar, CRC32C checksum) {
    try (InputStream in = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("the running jar cannot be read", e);
    }
  }

  private static Path home(Class<?> code) {
    try {
      return Path.of(code.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the running jar cannot be found", e);
    }
  }
}
