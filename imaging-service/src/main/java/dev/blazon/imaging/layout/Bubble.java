package dev.blazon.imaging.layout;

/**
 * The tail of the speech bubble in a social badge. The bubble's body is the message's box.
 *
 * @param notch the box that hides the body's outline where the tail joins it
 * @param tailX the x coordinate at which the tail joins the body
 * @param tailTop the y coordinate of the upper joint
 * @param tailReach how far the tail extends left, and down over the same distance
 * @param tailTip the height of the tail's blunt tip
 */
public record Bubble(Box notch, double tailX, double tailTop, double tailReach, double tailTip) {

  static Bubble at(Box body) {
    return new Bubble(new Box(body.x() - 0.5, 7.5, 0.5, 5), body.x(), 6.5, 3, 1);
  }
}
