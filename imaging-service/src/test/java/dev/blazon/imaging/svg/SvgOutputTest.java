package dev.blazon.imaging.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SvgOutputTest {

  @ParameterizedTest
  @CsvSource({
    "0,       0",
    "7,       7",
    "10,      10",
    "1999,    1999",
    "0.5,     .5",
    "593.75,  593.75",
    "20.125,  20.125",
    "1.05,    1.05",
    "1.005,   1.005",
    "0.0004,  0",
    "0.9996,  1",
    "99.9996, 100",
  })
  void writes_numbers_without_needless_digits(double number, String text) {
    assertEquals(text, text(new SvgOutput().put(number)));
  }

  @Property
  void a_number_survives_to_the_thousandth(
      @ForAll @DoubleRange(min = 0, max = 100_000) double number) {
    assertEquals(number, Double.parseDouble(text(new SvgOutput().put(number))), 0.000_501);
  }

  @ParameterizedTest
  @CsvSource({
    "<a & b>,  &lt;a &amp; b&gt;",
    "'\"it''s\"', &quot;it's&quot;",
    "é Ж 版 🐍,  é Ж 版 🐍",
  })
  void escapes_special_characters_of_xml(String text, String escaped) {
    assertEquals(escaped, text(new SvgOutput().putEscaped(text)));
  }

  @Test
  void grows_and_can_be_reused() {
    SvgOutput out = new SvgOutput();
    String big = "\"".repeat(100_000);
    assertEquals("&quot;".repeat(100_000), text(out.putEscaped(big)));
    assertEquals("xyzxyz", text(out.putPlain("xyz").putAgain(0, 3)));
  }

  private static String text(SvgOutput out) {
    return new String(out.take(), StandardCharsets.UTF_8);
  }
}
