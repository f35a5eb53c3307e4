package dev.blazon.imaging.logo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import dev.blazon.imaging.logo.Logos.FoundLogo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngAttackTest {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final FoundLogo BROKEN = new FoundLogo.Missing("the custom logo is a broken PNG");

  private final Logos logos = new Logos(new SimpleMeterRegistry());

  private FoundLogo find(byte[] png) {
    String source = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    return logos.find(Logo.of(source), Style.FLAT);
  }

  private static byte[] realPng(int width, int height) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  private static byte[] png(int width, int height, byte[]... chunks) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    byte[] header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 6).array();
    file.writeBytes(chunk("IHDR", header));
    for (byte[] chunk : chunks) {
      file.writeBytes(chunk);
    }
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), 4, data.length + 4);
    return chunk.putInt((int) checksum.getValue()).array();
  }

  private static byte[] deflated(int size) {
    Deflater deflater = new Deflater(9);
    deflater.setInput(new byte[size]);
    deflater.finish();
    byte[] buffer = new byte[size / 100 + 100];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }

  @Test
  void a_small_picture_is_a_logo() {
    assertInstanceOf(FoundLogo.Ready.class, find(realPng(14, 14)));
    assertInstanceOf(FoundLogo.Ready.class, find(png(2, 2, chunk("IDAT", deflated(18)))));
  }

  @ParameterizedTest
  @CsvSource({"1025, 1", "1, 1025", "2000000000, 2000000000", "0, 5", "5, -1", "1000, 10"})
  void a_huge_or_absurd_size_is_refused_before_anything_is_inflated(int width, int height) {
    assertEquals(
        new FoundLogo.Missing("the custom logo's size is out of bounds"),
        find(png(width, height, chunk("IDAT", deflated(100)))));
  }

  @Test
  void a_zip_bomb_in_the_pixels_is_refused() {
    assertEquals(
        new FoundLogo.Missing("the custom logo has more pixels than its header says"),
        find(png(16, 16, chunk("IDAT", deflated(20_000_000)))));
  }

  @Test
  void a_zip_bomb_in_a_text_chunk_is_dropped_unread() {
    byte[] bomb = new byte[25_000];
    byte[] text = deflated(20_000_000);
    System.arraycopy(text, 0, bomb, 3, text.length);

    FoundLogo answer = find(png(2, 2, chunk("zTXt", bomb), chunk("IDAT", deflated(18))));

    String uri = assertInstanceOf(FoundLogo.Ready.class, answer).image().dataUri();
    assertEquals(png(2, 2, chunk("IDAT", deflated(18))).length, file(uri).length);
  }

  private static byte[] file(String dataUri) {
    return Base64.getDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1));
  }

  @Test
  void a_truncated_picture_is_refused() {
    byte[] whole = realPng(14, 14);
    for (int length = SIGNATURE.length; length < whole.length; length++) {
      assertEquals(BROKEN, find(Arrays.copyOf(whole, length)), "cut after byte " + length);
    }
  }

  @Test
  void a_picture_that_no_browser_could_show_is_refused() {
    byte[] sevenBits = realPng(14, 14);
    sevenBits[SIGNATURE.length + 16] = 7; // bits per sample
    CRC32 checksum = new CRC32();
    checksum.update(sevenBits, SIGNATURE.length + 4, 17);
    ByteBuffer.wrap(sevenBits).putInt(SIGNATURE.length + 21, (int) checksum.getValue());

    assertEquals(BROKEN, find(sevenBits), "seven bits");
    assertEquals(BROKEN, find(png(9, 9, chunk("IDAT", deflated(18)))), "too few pixels");
    assertEquals(BROKEN, find(png(2, 2)), "no pixels");
  }

  @Test
  void a_picture_with_two_headers_is_refused() {
    byte[] second = new byte[25];
    System.arraycopy(realPng(1000, 1000), 8, second, 0, 25);

    assertEquals(BROKEN, find(png(2, 2, second, chunk("IDAT", deflated(18)))));
  }

  @Test
  void another_format_is_refused() {
    assertEquals(
        new FoundLogo.Missing("the custom logo is not a PNG"),
        find("GIF89a..............".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void more_than_32_kb_are_refused() {
    assertEquals(
        new FoundLogo.Missing("a custom logo is 32 KB at most"),
        find(Arrays.copyOf(realPng(14, 14), CustomLogos.MAX_BYTES + 1)));
  }
}
