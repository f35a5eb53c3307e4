package dev.blazon.imaging.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFitTest {

  private static final Lettering FONT = new Lettering(11, false);

  @ParameterizedTest
  @CsvSource({
    "requests, 100, requests, requests",
    "a-very-long-name-of-a-package, 100, a-very-long-na…, a-very-lo…ckage",
    "a-very-long-name-of-a-package, 12, …, …",
    "a-very-long-name-of-a-package, 3, '', ''",
  })
  void names_are_shortened(String text, int width, String atEnd, String inMiddle) {
    assertEquals(atEnd, TextFit.end(text, FONT, width));
    assertEquals(inMiddle, TextFit.middle(text, FONT, width));
  }

  @ParameterizedTest
  @CsvSource({
    "one two three four, 200, 2, one two three four",
    "one two three four, 60, 2, one two|three four",
    "one two three four, 60, 1, one two…",
    "one two three four, 45, 3, one|two|three…",
    "unbreakable-words here, 45, 2, unbre…|here",
    "'', 45, 2, ''",
  })
  void texts_are_broken_into_lines(String text, int width, int most, String lines) {
    assertEquals(lines, String.join("|", TextFit.lines(text, FONT, width, most)));
  }

  @Property
  void any_text_fits(@ForAll String text, @ForAll @IntRange(min = 0, max = 500) int width) {
    String clean = TextFit.clean(text);
    assertTrue(FONT.width(TextFit.middle(clean, FONT, width)) <= width);
    for (String line : TextFit.lines(clean, FONT, width, 3)) {
      assertTrue(FONT.width(line) <= width, line);
    }
  }
}
