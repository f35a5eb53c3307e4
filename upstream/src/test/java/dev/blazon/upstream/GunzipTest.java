package dev.blazon.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 1952 streams, whole, cut, and with every optional field of the header. */
final class GunzipTest {

  private static final String TEXT = "a document, a document, a document";
  private static final int HEADER = 10;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0  | ''",
        "1  | ''", // FTEXT says something about the content, and adds nothing to the header
        "2  | 'cc'", // FHCRC
        "4  | '\u0003\u0000abc'", // FEXTRA: its length, then as many bytes
        "8  | 'name\u0000'", // FNAME
        "16 | 'comment\u0000'", // FCOMMENT
        "31 | '\u0001\u0000xname\u0000comment\u0000cc'",
      })
  void the_optional_fields_of_a_header_are_passed_over(int flags, String fields) throws Exception {
    byte[] plain = packed(TEXT);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(plain, 0, HEADER);
    stream.write(fields.getBytes(StandardCharsets.ISO_8859_1));
    stream.write(plain, HEADER, plain.length - HEADER);
    byte[] bytes = stream.toByteArray();
    bytes[3] = (byte) flags;

    assertEquals(TEXT, unpacked(bytes, bytes.length));
    assertEquals(TEXT, unpacked(bytes, 1), "byte by byte");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 15, 20})
  void a_stream_that_is_cut_is_invalid(int length) throws IOException {
    byte[] cut = Arrays.copyOf(packed(TEXT), length);
    assertThrows(InvalidDocumentException.class, () -> unpacked(cut, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"info\": {}}   ",
        "\u001f\u008b\u0009\u0000\u0000\u0000\u0000\u0000\u0000\u0000x"
      })
  void what_is_no_gzip_is_invalid(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(InvalidDocumentException.class, () -> unpacked(bytes, bytes.length));
  }

  @Test
  void a_header_that_never_ends_is_invalid() {
    byte[] endless = new byte[4096];
    Arrays.fill(endless, (byte) 'x');
    endless[0] = 0x1f;
    endless[1] = (byte) 0x8b;
    endless[2] = 8;
    endless[3] = 8;
    assertThrows(InvalidDocumentException.class, () -> unpacked(endless, 64));
  }

  @Test
  void damaged_data_are_invalid() throws IOException {
    byte[] bytes = packed(TEXT);
    bytes[HEADER] = (byte) 0xff;
    assertThrows(InvalidDocumentException.class, () -> unpacked(bytes, bytes.length));
  }

  @Test
  void a_second_member_is_not_read() throws Exception {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.write(packed(TEXT));
    two.write(packed("more"));
    assertEquals(TEXT, unpacked(two.toByteArray(), 7));
  }

  @Test
  void a_sink_that_has_enough_ends_the_unpacking_of_a_bomb() throws Exception {
    byte[] bomb = packed("0".repeat(10 << 20));
    long[] seen = {0};
    try (Gunzip gunzip =
        new Gunzip(
            (bytes, offset, length) -> {
              seen[0] += length;
              if (seen[0] > 64 * 1024) {
                throw new InvalidDocumentException("enough");
              }
            })) {
      assertThrows(InvalidDocumentException.class, () -> gunzip.feed(bomb));
    }
    assertTrue(seen[0] <= 80 * 1024, seen[0] + " bytes were unpacked");
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String unpacked(byte[] packed, int pieces) throws InvalidDocumentException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (Gunzip gunzip = new Gunzip(text::write)) {
      for (int at = 0; at < packed.length; at += pieces) {
        gunzip.feed(Arrays.copyOfRange(packed, at, Math.min(packed.length, at + pieces)));
      }
      gunzip.finish();
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
