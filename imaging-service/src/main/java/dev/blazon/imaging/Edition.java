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

/** Which edition of the painters this is: kept pictures of another must not be shown. */
final class Edition {

  /** That of the jars which decide about pixels: the painters', and the palette's. */
  static final String CURRENT = of(List.of(home(Edition.class), home(BadgeColor.class)));

  private Edition() {}

  /**
   * A checksum of the jars, which changes with the painters even when no version does.
   *
   * @param code where the classes lie; a folder of them, as in tests, has no edition
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
      throw new UncheckedIOException("the jar that runs cannot be read", e);
    }
  }

  private static Path home(Class<?> code) {
    try {
      return Path.of(code.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the jar that runs cannot be found", e);
    }
  }
}
