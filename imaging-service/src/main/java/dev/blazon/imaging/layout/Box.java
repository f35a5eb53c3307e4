package dev.blazon.imaging.layout;

/** A rectangle in pixels, from the badge's upper left corner; a width of 0 is nothing to paint. */
public record Box(double x, double y, double width, double height) {

  static final Box NONE = new Box(0, 0, 0, 0);

  public boolean isEmpty() {
    return width <= 0;
  }
}
