package dev.blazon.imaging.logo;

import java.util.Optional;

/** The viewBox of an SVG: the visible part of its plane (SVG 1.1, section 7.7). */
record ViewBox(double x, double y, double width, double height) {

  /**
   * The largest coordinate: larger than in any logo, and small enough for exact sums of doubles.
   */
  private static final double MAX = 100_000;

  /** The largest proportion; a wider or narrower logo would look like a line. */
  private static final double MAX_PROPORTION = 20;

  double proportion() {
    return width / height;
  }

  /** This box, rounded to thousandths: more digits are invisible and cost bytes. */
  ViewBox rounded() {
    return new ViewBox(rounded(x), rounded(y), rounded(width), rounded(height));
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  /** The value of the {@code viewBox} attribute. */
  @Override
  public String toString() {
    return number(x) + ' ' + number(y) + ' ' + number(width) + ' ' + number(height);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /**
   * Reads the viewBox from the root's attributes, each of which may be null; without a viewBox,
   * from the size.
   *
   * @throws LogoException if it is malformed or out of bounds
   */
  static Optional<ViewBox> of(String viewBox, String width, String height) throws LogoException {
    Optional<ViewBox> box;
    try {
      box = viewBox == null ? ofSize(width, height) : ofNumbers(viewBox.strip().split("[\\s,]+"));
    } catch (NumberFormatException e) {
      throw new LogoException("the custom logo's size is not a number", e);
    }
    if (box.isPresent() && !box.get().isReasonable()) {
      throw new LogoException("the custom logo's size is out of bounds");
    }
    return box;
  }

  private boolean isReasonable() {
    return Math.abs(x) <= MAX
        && Math.abs(y) <= MAX
        && width > 0
        && width <= MAX
        && height > 0
        && height <= MAX
        && proportion() <= MAX_PROPORTION
        && proportion() >= 1 / MAX_PROPORTION;
  }

  private static Optional<ViewBox> ofNumbers(String[] numbers) throws LogoException {
    if (numbers.length != 4) {
      throw new LogoException("the custom logo's viewBox is not four numbers");
    }
    return Optional.of(
        new ViewBox(
            Double.parseDouble(numbers[0]),
            Double.parseDouble(numbers[1]),
            Double.parseDouble(numbers[2]),
            Double.parseDouble(numbers[3])));
  }

  private static Optional<ViewBox> ofSize(String width, String height) {
    if (width == null || height == null || width.endsWith("%") || height.endsWith("%")) {
      return Optional.empty();
    }
    return Optional.of(new ViewBox(0, 0, length(width), length(height)));
  }

  /** The number without its unit, because only the proportion matters. */
  private static double length(String text) {
    return Double.parseDouble(text.strip().replaceFirst("(px|pt|pc|mm|cm|in|em|ex)$", ""));
  }
}
