package dev.blazon.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** Which edition of the painters this is: kept pictures of another must not be shown. */
final class Edition {

  /** A checksum of the jar, which changes with the painters even when no version does. */
  static final String CURRENT = checksum();

  private Edition() {}

  private static String checksum() {
    try {
      Path code =
          Path.of(Edition.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(code) ? checksum(code) : "unpackaged";
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the jar that runs cannot be read", e);
    }
  }

  private static String checksum(Path jar) throws IOException {
    CRC32C checksum = new CRC32C();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }
}
