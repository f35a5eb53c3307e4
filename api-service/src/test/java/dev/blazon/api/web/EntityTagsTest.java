package dev.blazon.api.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"abc\"                | true",
        "W/\"abc\"              | true",
        "\"x\", \"abc\"         | true",
        "\"x\",W/\"abc\",\"y\"  | true",
        "*                      | true",
        " *                     | true",
        "\"abcd\"               | false",
        "\"ab\"                 | false",
        "abc                    | false",
        "\"x\"abc\"y\"          | false",
        "''                     | false",
        "\"*\"                  | false",
      })
  void finds_our_tag_in_a_list(String header, boolean found) {
    assertEquals(found, EntityTags.match(header, "\"abc\""));
  }

  @Test
  void same_bytes_have_the_same_tag_and_others_another() {
    String tag = EntityTags.of(Buffer.buffer("badge"));

    assertEquals(tag, EntityTags.of(Buffer.buffer("badge")));
    assertNotEquals(tag, EntityTags.of(Buffer.buffer("badges")));
  }
}
