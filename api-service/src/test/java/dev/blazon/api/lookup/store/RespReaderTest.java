package dev.blazon.api.lookup.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RespReaderTest {

  private static final RespReader.Limits LIMITS = new RespReader.Limits(50, 100, 20, 500);
  private static final String LINE_END = "~";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+OK~",
        "+~",
        "-ERR no such thing~",
        ":0~",
        ":-9223372036854775808~",
        "$0~~",
        "$3~a\rb~",
        "$-1~",
        "*-1~",
        "*0~",
        "*2~:1~$1~x~",
        "*2~*1~*0~+x~",
        "%0~",
        "%2~+a~:1~+b~*1~_~",
        "#t~",
        "#f~",
        "_~",
      })
  void values_of_redis_are_read_whole_and_byte_by_byte(String text) throws RespException {
    byte[] bytes = bytes(text + text);
    for (int step : new int[] {1, 2, 3, bytes.length}) {
      RespReader reader = new RespReader(LIMITS);
      int begun = 0;
      for (int at = 0; at < bytes.length; at += step) {
        int length = Math.min(step, bytes.length - at);
        begun += reader.read(Unpooled.wrappedBuffer(bytes, at, length), 2 - begun);
      }
      assertEquals(2, begun);
      assertThrows(RespException.class, () -> reader.read(wrapped("+"), 0), "no more is owed");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a string that is too long     | $101~",
        "one of 2 GB                   | $2147483647~",
        "one longer than any number    | $99999999999999999999~",
        "a negative length             | $-2~",
        "no length                     | $~",
        "a length that is no number    | $1a~",
        "a string that does not end    | $1~ab~",
        "a string that ends in half    | '$1~a\rb'",
        "too many elements             | *21~",
        "2 thousand million elements   | *2147483647~",
        "of a map, too                 | %2147483647~",
        "more than any number          | *18446744073709551617~",
        "too many in a map             | %11~",
        "too many elements in all      | *10~*11~",
        "a negative count              | *-2~",
        "a map that is null            | %-1~",
        "arrays in arrays              | *1~*1~*1~*1~*1~*1~*1~*1~*1~",
        "a line that is too long       | +123456789012345678901234567890123456789012345678901",
        "a number that is too long     | :123456789012345678901",
        "a number that overflows       | :9223372036854775808~",
        "a number without digits       | :~",
        "a word instead of a number    | :one~",
        "a boolean of another kind     | #x~",
        "a boolean of two letters      | #tf~",
        "a null with something         | _1~",
        "a line feed without return    | '+a\n'",
        "a return without line feed    | '+a\rb'",
        "a push                        | >1~",
        "an attribute                  | '|1~'",
        "a type of nobody              | x",
        "an answer of a web server     | HTTP/1.1 400 Bad Request~",
        "zeros                         | '\0'",
      })
  void everything_else_is_refused(String what, String text) {
    assertThrows(RespException.class, () -> new RespReader(LIMITS).read(wrapped(text), 1), what);
  }

  @Test
  void a_reply_is_bounded_in_sum() {
    String strings = "*6~" + ("$90~" + "x".repeat(90) + LINE_END).repeat(6);
    assertThrows(RespException.class, () -> new RespReader(LIMITS).read(wrapped(strings), 1));
  }

  @Test
  void a_reply_without_a_request_is_refused_at_its_first_byte() throws RespException {
    RespReader reader = new RespReader(LIMITS);
    assertEquals(1, reader.read(wrapped("+OK~"), 1));
    assertThrows(RespException.class, () -> reader.read(wrapped("+"), 0));
  }

  /** As the guard sees them: in any pieces, and always in time to refuse. */
  @Property(tries = 2_000)
  void any_bytes_are_read_or_refused(
      @ForAll @Size(max = 400) byte[] bytes, @ForAll @IntRange(min = 1, max = 50) int step) {
    RespReader reader = new RespReader(LIMITS);
    int begun = 0;
    try {
      for (int at = 0; at < bytes.length; at += step) {
        int length = Math.min(step, bytes.length - at);
        begun += reader.read(Unpooled.wrappedBuffer(bytes, at, length), 3 - begun);
      }
    } catch (RespException e) {
      assertTrue(e.getMessage().length() < 100, e.getMessage());
    }
    assertTrue(begun <= 3);
  }

  private static ByteBuf wrapped(String text) {
    return Unpooled.wrappedBuffer(bytes(text));
  }

  /** A tilde stands for the end of a line. */
  private static byte[] bytes(String text) {
    return text.replace(LINE_END, "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
