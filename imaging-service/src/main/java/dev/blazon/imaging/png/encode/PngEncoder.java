package dev.blazon.imaging.png.encode;

import dev.blazon.imaging.png.raster.Canvas;
import java.util.zip.Adler32;

/**
 * Encodes a canvas as a PNG file (ISO/IEC 15948): with a palette if 256 colours are enough,
 * otherwise with filtered colours. Not thread-safe: it reuses its buffers.
 */
public final class PngEncoder {

  private static final int BITS_PER_SAMPLE = 8;
  private static final int INDEXED = 3;
  private static final int COLOR_AND_ALPHA = 6;

  /** The header of a zlib stream: deflate with a window of 32 KB (RFC 1950). */
  private static final int ZLIB = 0x7801;

  private static final int ZLIB_FRAME = 6;

  private final Palette palette = new Palette();
  private final Scanlines lines = new Scanlines();
  private final Deflate deflate = new Deflate();
  private final Adler32 adler = new Adler32();
  private final PngFile file = new PngFile();

  /** Encodes without loss. The caller owns the returned file. */
  public byte[] encode(Canvas canvas) {
    return lines.ofNumbers(canvas, palette, false) ? ofNumbers(canvas) : ofColors(canvas);
  }

  /** As {@link #encode}, but rounds colours if a palette is then enough. */
  public byte[] encodeNear(Canvas canvas) {
    return lines.ofNumbers(canvas, palette, false) || lines.ofNumbers(canvas, palette, true)
        ? ofNumbers(canvas)
        : ofColors(canvas);
  }

  private byte[] ofNumbers(Canvas canvas) {
    file.start();
    writeHeader(canvas, INDEXED);
    writePalette();
    return finish(canvas, 1);
  }

  private byte[] ofColors(Canvas canvas) {
    lines.ofColors(canvas);
    file.start();
    writeHeader(canvas, COLOR_AND_ALPHA);
    return finish(canvas, 4);
  }

  private byte[] finish(Canvas canvas, int pixelLength) {
    writeLines(canvas.height(), pixelLength);
    file.open("IEND", 0);
    file.close();
    return file.take();
  }

  private void writeHeader(Canvas canvas, int colorType) {
    file.open("IHDR", 13);
    file.putInt(canvas.width());
    file.putInt(canvas.height());
    file.putByte(BITS_PER_SAMPLE);
    file.putByte(colorType);
    file.putByte(0); // compression: deflate, the only one
    file.putByte(0); // filters: one for each line, the only way
    file.putByte(0); // not interlaced
    file.close();
  }

  private void writePalette() {
    file.open("PLTE", 3 * palette.count());
    for (int i = 0; i < palette.count(); i++) {
      int color = palette.color(i);
      file.putByte(color >>> 16);
      file.putByte(color >>> 8);
      file.putByte(color);
    }
    file.close();
    if (palette.translucent() > 0) {
      file.open("tRNS", palette.translucent());
      for (int i = 0; i < palette.translucent(); i++) {
        file.putByte(palette.color(i) >>> 24);
      }
      file.close();
    }
  }

  private void writeLines(int count, int pixelLength) {
    int length = lines.lineLength() * count;
    file.open("IDAT", ZLIB_FRAME + Deflate.bound(length));
    file.putByte(ZLIB >>> 8);
    file.putByte(ZLIB);
    file.position(
        deflate.compress(
            lines.bytes(),
            lines.lineLength(),
            count,
            pixelLength,
            file.bytes(),
            file.position(),
            true));
    adler.reset();
    adler.update(lines.bytes(), 0, length);
    file.putInt((int) adler.getValue());
    file.close();
  }
}
