package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetTest {

  @ParameterizedTest
  @CsvSource({
    "MARKDOWN, Version, https://t, '[![Version](https://i)](https://t)'",
    "MARKDOWN, 'a]b\\<c', '', '![a\\]b\\\\\\<c](https://i)'",
    "RST, Version, https://t, '.. image:: https://i\n   :alt: Version\n   :target: https://t'",
    "RST, 'two\nlines', '', '.. image:: https://i\n   :alt: two lines'",
    "HTML, '\"<b>', https://t,"
        + " '<a href=\"https://t\"><img src=\"https://i\" alt=\"&quot;&lt;b&gt;\"></a>'",
    "ASCIIDOC, 'a,\"b\"]', https://t, 'image:https://i[\"a,\\\"b\\\"\\]\",link=https://t]'",
    "ORG, Version, https://t, '[[https://t][https://i]]'",
    "ORG, Version, '', '[[https://i]]'",
    "URL, Version, https://t, https://i",
  })
  void writes_what_to_paste(Snippet snippet, String alt, String target, String expected) {
    assertEquals(expected, snippet.of("https://i", alt, target));
  }
}
