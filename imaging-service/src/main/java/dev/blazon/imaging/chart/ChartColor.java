package dev.blazon.imaging.chart;

import java.util.List;

/**
 * The colours of a chart by what they are for, in the light and in the dark theme.
 *
 * <p>The eight colours of lines are chosen also for colour-blind eyes, and have a contrast of at
 * least 3 to 1 on the card; words in them at least 4.5 to 1 (WCAG 2.2, 1.4.3 and 1.4.11), which
 * {@code ChartColorTest} holds. The second and the fifth are the closest for eyes without green.
 */
enum ChartColor {
  CARD("c", 0xffffff, 0x0d1117),
  INK("i", 0x1f2328, 0xe6edf3),
  MUTED("m", 0x59636e, 0x9198a1),
  GRID("g", 0xe4e7eb, 0x272d36),
  AXIS("a", 0x6e7781, 0x7d8590),
  WEEKEND("e", 0xf3f5f7, 0x151a21),
  GAP("n", 0xe9ecef, 0x1c222a),
  HATCH("h", 0xc8ced4, 0x3d444d),
  MARK("k", 0x59636e, 0x9198a1),
  LINE_1("1", 0x1f66b0, 0x4a9fe8),
  LINE_2("2", 0xe04e16, 0xf0803c),
  LINE_3("3", 0x00926b, 0x2fc492),
  LINE_4("4", 0xb8448a, 0xdc86c8),
  LINE_5("5", 0x8a8f1e, 0xe8bd3f),
  LINE_6("6", 0x3893dc, 0xa5dcf7),
  LINE_7("7", 0x4a4560, 0xb9b3bd),
  LINE_8("8", 0x7a2f35, 0xbd666c),
  WORD_1("w1", 0x1f5fa6, 0x4a9fe8),
  WORD_2("w2", 0xb83c15, 0xf0803c),
  WORD_3("w3", 0x00745a, 0x2fc492),
  WORD_4("w4", 0x9c3474, 0xdc86c8),
  WORD_5("w5", 0x6b6a10, 0xe8bd3f),
  WORD_6("w6", 0x2272b0, 0xa5dcf7),
  WORD_7("w7", 0x4a4560, 0xb9b3bd),
  WORD_8("w8", 0x7a2f35, 0xd9888d);

  private static final int DIGITS = 6;

  private static final List<ChartColor> OF_LINES =
      List.of(LINE_1, LINE_2, LINE_3, LINE_4, LINE_5, LINE_6, LINE_7, LINE_8);
  private static final List<ChartColor> OF_WORDS =
      List.of(WORD_1, WORD_2, WORD_3, WORD_4, WORD_5, WORD_6, WORD_7, WORD_8);

  /** How many lines have a colour of their own. */
  static final int LINES = OF_LINES.size();

  private final String code;
  private final int light;
  private final int dark;

  ChartColor(String code, int light, int dark) {
    this.code = code;
    this.light = light;
    this.dark = dark;
  }

  /** The colour of a line, from 0 on; after eight they come again. */
  static ChartColor line(int number) {
    return OF_LINES.get(number % LINES);
  }

  /** The colour of words about a line. */
  static ChartColor words(int number) {
    return OF_WORDS.get(number % LINES);
  }

  /** A short name, different for each colour, for use in a CSS class. */
  String code() {
    return code;
  }

  /** The colour as red, green and blue. */
  int rgb(boolean inDark) {
    return inDark ? dark : light;
  }

  /** The colour in CSS. */
  String css(boolean inDark) {
    String digits = Integer.toHexString(rgb(inDark));
    return "#" + "0".repeat(DIGITS - digits.length()) + digits;
  }
}
