package dev.blazon.imaging.layout;

/** A rectangle in pixels, relative to the badge's upper left corner; empty if its width is 0. */
public record Box(double x, double y, double width, double height) {

  static final Box NONE = new Box(0, 0, 0, 0);

  public boolean isEmpty() {
    return width <= 0;
  }
}
