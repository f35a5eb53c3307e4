package dev.blazon.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntityTagTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"abc\"                | true",
        "W/\"abc\"              | true",
        "\"x\", \"abc\"         | true",
        "\"x\",W/\"abc\",\"y\"  | true",
        "\"\", \"abc\"          | true",
        "\"x,y\", \"abc\"       | true",
        "*                      | true",
        " *                     | true",
        "\"abcd\"               | false",
        "\"ab\"                 | false",
        "\"ABC\"                | false",
        "abc                    | false",
        "\"x\"abc\"y\"          | false", // The tag's quotes close one tag and open the next.
        "''                     | false",
        "\"*\"                  | false",
        "\"x\", *               | false",
      })
  void finds_our_tag_in_a_header(String header, boolean found) {
    assertEquals(found, EntityTag.matches(List.of(header), "\"abc\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"x\" | \"abc\"        | true",
        "\"x\" | \"y\", \"abc\" | true",
        "\"x\" | *              | true",
        "\"x\" | \"y\"          | false",
      })
  void several_headers_are_one_list(String first, String second, boolean found) {
    assertEquals(found, EntityTag.matches(List.of(first, second), "\"abc\""));
  }

  @Test
  void without_a_header_nothing_matches() {
    assertEquals(false, EntityTag.matches(List.of(), "\"abc\""));
  }

  @Test
  void same_bytes_have_the_same_tag() {
    byte[] bytes = "badge".getBytes(StandardCharsets.US_ASCII);

    assertEquals(EntityTag.of(bytes), EntityTag.of(Buffer.buffer(bytes)));
    assertTrue(EntityTag.of(bytes).matches("\"[0-9a-f]{16}\""), EntityTag.of(bytes));
  }

  @Test
  void every_bit_and_the_length_decide_the_tag() {
    Set<String> tags = new HashSet<>();
    int bodies = 0;
    for (int length = 0; length <= 40; length++) {
      byte[] zeros = new byte[length];
      tags.add(EntityTag.of(zeros));
      bodies++;
      for (int bit = 0; bit < length * Byte.SIZE; bit++) {
        zeros[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        tags.add(EntityTag.of(zeros));
        bodies++;
        zeros[bit / Byte.SIZE] = 0;
      }
    }
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      byte[] body = new byte[41 + i % 1000];
      random.nextBytes(body);
      tags.add(EntityTag.of(body));
      bodies++;
    }

    assertEquals(bodies, tags.size());
  }
}
