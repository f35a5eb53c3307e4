package dev.blazon.imaging.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartColorTest {

  /** WCAG 2.2, success criterion 1.4.3. */
  private static final double OF_WORDS = 4.5;

  /** WCAG 2.2, success criterion 1.4.11. */
  private static final double OF_LINES = 3;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void words_and_lines_have_contrast(boolean dark) {
    for (ChartColor color : EnumSet.of(ChartColor.INK, ChartColor.MUTED, ChartColor.MARK)) {
      assertContrast(color, dark, OF_WORDS);
    }
    for (int line = 0; line < ChartColor.LINES; line++) {
      assertContrast(ChartColor.line(line), dark, OF_LINES);
      assertContrast(ChartColor.words(line), dark, OF_WORDS);
    }
    assertContrast(ChartColor.AXIS, dark, OF_LINES);
  }

  private static void assertContrast(ChartColor color, boolean dark, double least) {
    double one = luminance(color.rgb(dark));
    double other = luminance(ChartColor.CARD.rgb(dark));
    double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    assertTrue(contrast >= least, color + (dark ? " in dark " : " in light ") + contrast);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
