package dev.blazon.upstream;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are written to cost much: read or refused, and never in much memory. */
@Timeout(30)
class HostileDocumentsTest {

  private static final int PIECE = 16 * 1024;
  private static final int LONG = 20 << 20;

  /** A tenth of the documents; the parser's own buffers grow to the longest texts that pass. */
  private static final long MUCH = 2 << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Reads every value as text and as a number. */
  private static final class Everything implements JsonPart {
    @Override
    public JsonPart part(String field) {
      return this;
    }

    @Override
    public void value(String field, JsonParser parser) throws IOException {
      JsonPart.text(parser);
      JsonPart.number(parser);
    }
  }

  /** What it is; how it begins; what follows again and again; whether it is refused. */
  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("a long number", "{\"a\": ", "1", true),
        Arguments.of("a long fraction", "{\"a\": 0.", "1", true),
        Arguments.of("a long exponent", "{\"a\": 1e", "1", true),
        Arguments.of("a long text", "{\"a\": \"", "x", false),
        Arguments.of("a long escaped text", "{\"a\": \"", "\\u0041", false),
        Arguments.of("a long field", "{\"", "x", false),
        Arguments.of("arrays in arrays", "{\"a\":", "[", true),
        Arguments.of("objects in objects", "{", "\"a\":{", true),
        Arguments.of("blanks", "{", " ", false),
        Arguments.of("empty arrays", "{\"a\":[[]", ",[]", false),
        Arguments.of("zeros", "", "\0", true));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void long_documents_take_little_memory(
      String what, String begin, String again, boolean isRefused) {
    JsonDocument document = new JsonDocument(new Everything());
    byte[] piece = again.repeat(PIECE).getBytes(StandardCharsets.UTF_8);
    byte[] first = begin.getBytes(StandardCharsets.UTF_8);
    long before = allocated();
    boolean refused = false;
    try {
      document.feed(first, 0, first.length);
      for (int fed = 0; fed < LONG; fed += piece.length) {
        document.feed(piece, 0, piece.length);
      }
    } catch (InvalidDocumentException e) {
      refused = true;
    }
    long taken = allocated() - before;
    assertTrue(taken < MUCH, what + " took " + taken + " bytes");
    assertTrue(refused || !isRefused, what + " was not refused");
    assertThrows(InvalidDocumentException.class, document::finish);
  }

  @Property(tries = 1_000)
  void any_text_is_a_document_or_refused(@ForAll @StringLength(max = 200) String text) {
    read(text.getBytes(StandardCharsets.UTF_8), 7);
  }

  @Property(tries = 1_000)
  void changed_documents_are_read_or_refused(
      @ForAll @IntRange(max = 1_000) int at, @ForAll @Size(max = 5) byte[] change) {
    byte[] document =
        "{\"info\": {\"name\": \"x\", \"n\": [1, -2.5e3, true, null, \"\\u00e9\"]}, \"b\": {}}"
            .getBytes(StandardCharsets.UTF_8);
    int from = at % document.length;
    System.arraycopy(change, 0, document, from, Math.min(change.length, document.length - from));
    read(document, 3);
  }

  @Property(tries = 1_000)
  void any_bytes_are_unpacked_or_refused(
      @ForAll @Size(max = 300) byte[] bytes, @ForAll @IntRange(min = 1, max = 50) int step) {
    byte[] header = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
    for (byte[] begin : new byte[][] {{}, header}) {
      try (Gunzip gunzip = new Gunzip((piece, offset, length) -> {})) {
        gunzip.feed(begin);
        for (int from = 0; from < bytes.length; from += step) {
          gunzip.feed(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + step)));
        }
        gunzip.finish();
      } catch (InvalidDocumentException e) {
        assertTrue(e.getMessage().length() < 100);
      }
    }
  }

  /**
   * Blocks of nothing, and bytes after the end: unpacking them gives nothing, and costs nothing.
   */
  @Test
  void a_stream_of_nothing_takes_no_memory() throws InvalidDocumentException {
    byte[] header = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
    byte[] empty = {0, 0, 0, (byte) 0xff, (byte) 0xff};
    try (Gunzip gunzip =
        new Gunzip(
            (piece, offset, length) -> {
              throw new InvalidDocumentException("there was something");
            })) {
      gunzip.feed(header);
      long before = allocated();
      for (int i = 0; i < 100_000; i++) {
        gunzip.feed(empty);
      }
      assertTrue(allocated() - before < MUCH);
      assertThrows(InvalidDocumentException.class, gunzip::finish);
    }
  }

  private static void read(byte[] bytes, int step) {
    JsonDocument document = new JsonDocument(new Everything());
    try {
      for (int from = 0; from < bytes.length; from += step) {
        document.feed(bytes, from, Math.min(step, bytes.length - from));
      }
      document.finish();
    } catch (InvalidDocumentException e) {
      assertTrue(e.getMessage().length() < 100);
    }
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
