package dev.blazon.imaging.png.encode;

import dev.blazon.imaging.png.raster.Canvas;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Encodes an opaque picture of any size as a PNG file with a palette, stripe by stripe: it keeps
 * two bytes for a pixel. A picture of more than 256 colours keeps the most frequent ones, and its
 * others become the most similar of these. Not thread-safe: it reuses its buffers.
 */
public final class StripedPng {

  private static final int BITS_PER_SAMPLE = 8;
  private static final int INDEXED = 3;
  private static final int ZLIB = 0x7801;
  private static final int ZLIB_FRAME = 6;

  /** The bytes that are compressed as one block. */
  private static final int BLOCK = 128 * 1024;

  /** Deflate reads a little beyond the end. */
  private static final int SLACK = 8;

  private final ColorCounts counts = new ColorCounts();
  private final Deflate deflate = new Deflate();
  private final Adler32 adler = new Adler32();
  private final PngFile file = new PngFile();
  private short[] numbers = new short[0];
  private byte[] lines = new byte[0];
  private int width;
  private int height;
  private int size;

  /** Begins a picture of this size, in pixels. */
  public void start(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    size = 0;
    counts.clear();
    if (numbers.length < width * height) {
      numbers = new short[width * height];
    }
  }

  /** Adds a stripe as wide as the picture, below those before. */
  public void add(Canvas stripe) {
    int[] pixels = stripe.pixels();
    int end = stripe.width() * stripe.height();
    int from = 0;
    while (from < end) {
      int color = pixels[from];
      int to = from + 1;
      while (to < end && pixels[to] == color) {
        to++;
      }
      short number = (short) counts.add(color, to - from);
      Arrays.fill(numbers, size, size + to - from, number);
      size += to - from;
      from = to;
    }
  }

  /** The file, owned by the caller, after all stripes were added. */
  public byte[] finish() {
    NearestColors colors = NearestColors.of(counts);
    file.start();
    file.open("IHDR", 13);
    file.putInt(width);
    file.putInt(height);
    file.putByte(BITS_PER_SAMPLE);
    file.putByte(INDEXED);
    file.putByte(0); // compression: deflate, the only one
    file.putByte(0); // filters: one for each line, the only way
    file.putByte(0); // not interlaced
    file.close();
    file.open("PLTE", 3 * colors.kept().length);
    for (int color : colors.kept()) {
      file.putByte(color >>> 16);
      file.putByte(color >>> 8);
      file.putByte(color);
    }
    file.close();
    adler.reset();
    int most = Math.max(1, BLOCK / (width + 1));
    for (int y = 0; y < height; y += most) {
      block(y, Math.min(height, y + most), colors.places());
    }
    file.open("IEND", 0);
    file.close();
    return file.take();
  }

  /** Writes lines as a chunk of their own. */
  private void block(int from, int to, byte[] places) {
    int lineLength = width + 1;
    int length = lineLength * (to - from);
    if (lines.length < length + SLACK) {
      lines = new byte[length + SLACK];
    }
    int at = 0;
    for (int i = from * width; i < to * width; i += width) {
      lines[at++] = 0; // no filter: filters do not help with numbers of colours
      for (int x = i; x < i + width; x++) {
        lines[at++] = places[numbers[x] & 0xffff];
      }
    }
    file.open("IDAT", ZLIB_FRAME + Deflate.bound(length));
    if (from == 0) {
      file.putByte(ZLIB >>> 8);
      file.putByte(ZLIB & 0xff);
    }
    adler.update(lines, 0, length);
    boolean last = to == height;
    file.position(
        deflate.compress(lines, lineLength, to - from, 1, file.bytes(), file.position(), last));
    if (last) {
      file.putInt((int) adler.getValue());
    }
    file.close();
  }
}
