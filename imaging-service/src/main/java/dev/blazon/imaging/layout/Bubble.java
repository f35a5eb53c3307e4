package dev.blazon.imaging.layout;

/**
 * The speech bubble's tail in a social badge; its body is the message's box.
 *
 * @param notch hides the body's outline where the tail joins it
 * @param tailX where the tail joins the body
 * @param tailTop the upper of the two joints
 * @param tailReach how far the tail points left, and how far down on that way
 * @param tailTip the height of the tail's blunt tip
 */
public record Bubble(Box notch, double tailX, double tailTop, double tailReach, double tailTip) {

  static Bubble at(Box body) {
    return new Bubble(new Box(body.x() - 0.5, 7.5, 0.5, 5), body.x(), 6.5, 3, 1);
  }
}
