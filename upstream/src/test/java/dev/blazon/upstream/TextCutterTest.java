package dev.blazon.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCutterTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{}                              | {}",
        "{\"a\": 123456789}              | {\"a\": 123456789}",
        "{\"a\": \"1234\"}               | {\"a\": \"1234\"}",
        "{\"a\": \"12345\", \"b\": \"6\"}| {\"a\": \"1234\", \"b\": \"6\"}",
        "{\"abcdef\": \"123456\"}        | {\"abcd\": \"1234\"}",
        "[\"12345\", \"12345\", 12345]   | [\"1234\", \"1234\", 12345]",
        "[\"123\\n567\"]                 | [\"123\\n\"]",
        "[\"123\\u00e95\"]               | [\"123\\u00e9\"]",
        "[\"1234\\\"5\"]                 | [\"1234\"]",
        "[\"123456\\\\\"]                | [\"1234\"]",
        "[\"12345\\\\\\\"6\", 7]         | [\"1234\", 7]",
        "[\"123é5\"]                     | [\"123é\"]",
        "[\"12é5\"]                      | [\"12é\"]",
        "[\"123\ud83d\ude00\"]           | [\"123\ud83d\ude00\"]",
        "[\"1234[]{},:\"]                | [\"1234\"]",
        "[\"12345                        | [\"1234",
      })
  void passes_on_the_beginning_of_each_string(String document, String expected)
      throws InvalidDocumentException {
    byte[] bytes = document.strip().getBytes(StandardCharsets.UTF_8);
    for (int piece = 1; piece <= bytes.length; piece++) {
      ByteArrayOutputStream passed = new ByteArrayOutputStream();
      TextCutter cutter = new TextCutter(4, passed::write);
      for (int at = 0; at < bytes.length; at += piece) {
        cutter.feed(bytes, at, Math.min(piece, bytes.length - at));
      }
      assertEquals(
          expected.strip(), passed.toString(StandardCharsets.UTF_8), "in pieces of " + piece);
    }
  }
}
