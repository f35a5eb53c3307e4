package dev.blazon.imaging.logo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads an untrusted PNG file (ISO/IEC 15948). It checks every chunk, copies only the necessary
 * ones, and inflates the pixels once to verify that they are not more than the header says. Only
 * then is the picture decoded, to verify that it is valid.
 */
final class SafePng {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** The maximum width and height, enough for any logo at 14 pixels; needs 4 MB of memory. */
  private static final int MAX_SIDE = 1024;

  private static final int MAX_PROPORTION = 20;

  /** Other chunks do not change the picture, and compressed ones could be zip bombs. */
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  private static final int CHUNK_FRAME = 12;

  private SafePng() {}

  static ReadyLogo.Pixels read(byte[] file) throws LogoException {
    ByteArrayOutputStream clean = new ByteArrayOutputStream(file.length);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream(file.length);
    ByteBuffer in = ByteBuffer.wrap(file);
    Header header;
    try {
      checkSignature(in);
      clean.writeBytes(SIGNATURE);
      header = Header.of(chunkAt(in), in.position());
      String type;
      do {
        ByteBuffer chunk = chunkAt(in);
        type = type(chunk);
        if (type.equals("IHDR") && in.position() > SIGNATURE.length) {
          throw new LogoException("the custom logo is a broken PNG");
        }
        if (NEEDED.contains(type)) {
          clean.write(file, in.position(), chunk.remaining());
        }
        if (type.equals("IDAT")) {
          pixels.write(file, in.position() + 8, chunk.remaining() - CHUNK_FRAME);
        }
        in.position(in.position() + chunk.remaining());
      } while (!type.equals("IEND"));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new LogoException("the custom logo is a broken PNG", e);
    }
    checkPixels(pixels.toByteArray(), header.maxBytes());
    checkPicture(clean.toByteArray());
    String base64 = Base64.getEncoder().encodeToString(clean.toByteArray());
    return new ReadyLogo.Pixels(base64, (double) header.width() / header.height());
  }

  private static void checkSignature(ByteBuffer in) throws LogoException {
    byte[] start = new byte[SIGNATURE.length];
    in.get(start);
    if (!Arrays.equals(start, SIGNATURE)) {
      throw new LogoException("the custom logo is not a PNG");
    }
  }

  /** The chunk at the current position, which does not change. Its checksum is verified. */
  private static ByteBuffer chunkAt(ByteBuffer in) throws LogoException {
    int length = in.getInt(in.position());
    if (length < 0 || length > in.remaining() - CHUNK_FRAME) {
      throw new LogoException("the custom logo is a broken PNG");
    }
    ByteBuffer chunk = in.slice(in.position(), length + CHUNK_FRAME);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.slice(4, length + 4));
    if ((int) checksum.getValue() != chunk.getInt(length + 8)) {
      throw new LogoException("the custom logo is a broken PNG");
    }
    return chunk;
  }

  private static String type(ByteBuffer chunk) {
    byte[] name = new byte[4];
    chunk.get(4, name);
    return new String(name, StandardCharsets.US_ASCII);
  }

  private record Header(int width, int height, int bitsPerPixel) {

    static Header of(ByteBuffer chunk, int position) throws LogoException {
      if (position != SIGNATURE.length || !type(chunk).equals("IHDR") || chunk.remaining() != 25) {
        throw new LogoException("the custom logo is a broken PNG");
      }
      int channels =
          switch (chunk.get(17)) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
          };
      Header header = new Header(chunk.getInt(8), chunk.getInt(12), channels * chunk.get(16));
      header.check();
      return header;
    }

    private void check() throws LogoException {
      if (width < 1
          || height < 1
          || width > MAX_SIDE
          || height > MAX_SIDE
          || width > height * MAX_PROPORTION
          || height > width * MAX_PROPORTION) {
        throw new LogoException("the custom logo's size is out of bounds");
      }
    }

    /**
     * The maximum number of bytes in all rows, with filter bytes; an interlaced picture has up to
     * twice as many rows.
     */
    long maxBytes() {
      return height * ((long) width * bitsPerPixel / 8 + 2) + 2L * height + 64;
    }
  }

  /** Decodes the picture. Without this check, a broken one would only fail in browsers, in SVG. */
  private static void checkPicture(byte[] clean) throws LogoException {
    try {
      PixelScaler.decode(clean);
    } catch (IOException | RuntimeException e) {
      throw new LogoException("the custom logo is a broken PNG", e);
    }
  }

  private static void checkPixels(byte[] deflated, long most) throws LogoException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      byte[] sink = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(sink);
        if (inflater.getBytesWritten() > most) {
          throw new LogoException("the custom logo has more pixels than its header says");
        }
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new LogoException("the custom logo is a broken PNG");
        }
      }
    } catch (DataFormatException e) {
      throw new LogoException("the custom logo is a broken PNG", e);
    } finally {
      inflater.end();
    }
  }
}
