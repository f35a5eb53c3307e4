package dev.blazon.imaging.png;

import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.layout.Box;
import dev.blazon.imaging.layout.Bubble;
import dev.blazon.imaging.png.raster.Argb;
import dev.blazon.imaging.png.raster.Canvas;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The background of social badges: a button and a speech bubble. Badges differ only in the widths
 * of these, so the shapes are painted once, narrow, and then stretched. Thread-safe.
 */
final class SocialBackdrop implements Backdrop {

  /** A width that is narrower than any box of a layout, but enough for the two round ends. */
  private static final int NARROW = 8;

  private record Kind(int scale, boolean hasBubble) {}

  private final ConcurrentMap<Kind, Canvas> narrow = new ConcurrentHashMap<>();

  @Override
  public void paint(BadgeLayout layout, int scale, Canvas canvas) {
    Box button = layout.label().box();
    Box bubble = layout.message().box();
    if (!isWhole(button.width()) || !isWhole(bubble.width())) {
      paintShapes(layout, button, bubble, layout.bubble(), scale, canvas);
      return;
    }
    Kind kind = new Kind(scale, layout.bubble().isPresent());
    Canvas source = narrow.computeIfAbsent(kind, k -> paintNarrow(layout, k));
    int buttonMiddle = scale * (int) (button.x() + NARROW / 2.0);
    int buttonMore = DevicePixels.edge(button.width() - NARROW, scale);
    int bubbleMiddle = buttonMiddle;
    int bubbleMore = 0;
    if (kind.hasBubble) {
      bubbleMiddle = scale * (int) (bubble.x() - (button.width() - NARROW) + NARROW / 2.0);
      bubbleMore = DevicePixels.edge(bubble.width() - NARROW, scale);
    }
    canvas.stretch(source, buttonMiddle, buttonMore, bubbleMiddle, bubbleMore);
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }

  /** Paints the background with narrow boxes. */
  private static Canvas paintNarrow(BadgeLayout layout, Kind kind) {
    Box label = layout.label().box();
    Box message = layout.message().box();
    double shift = label.width() - NARROW;
    double width = layout.width() - shift - (kind.hasBubble ? message.width() - NARROW : 0);
    Canvas canvas = new Canvas();
    canvas.reset(DevicePixels.edge(width, kind.scale), layout.height() * kind.scale);
    paintShapes(
        layout,
        new Box(label.x(), label.y(), NARROW, label.height()),
        new Box(message.x() - shift, message.y(), NARROW, message.height()),
        layout.bubble().map(b -> shiftLeft(b, shift)),
        kind.scale,
        canvas);
    return canvas;
  }

  private static Bubble shiftLeft(Bubble bubble, double shift) {
    Box notch = bubble.notch();
    return new Bubble(
        new Box(notch.x() - shift, notch.y(), notch.width(), notch.height()),
        bubble.tailX() - shift,
        bubble.tailTop(),
        bubble.tailReach(),
        bubble.tailTip());
  }

  private static void paintShapes(
      BadgeLayout layout, Box button, Box body, Optional<Bubble> bubble, int scale, Canvas canvas) {
    SocialShapes shapes = new SocialShapes(canvas, scale, layout.radius());
    shapes.paintButton(button);
    bubble.ifPresent(b -> shapes.paintBubble(body, b));
    shapes.paintButtonFront(button);
  }

  /**
   * The colour of the sheen over the button and its logo.
   *
   * @param y the row, in device pixels
   */
  static int sheen(Box button, int y, int scale) {
    double offset = ((y + 0.5) / scale - button.y()) / button.height();
    return Sheen.SOCIAL.at(Math.min(Math.max(offset, 0), 1));
  }

  /** The colour under the button's sheen in this row. */
  @Override
  public int tint(BadgeLayout layout, int color, int y, int scale) {
    int shine = sheen(layout.label().box(), y, scale);
    int seen = Argb.over(0xff000000 | color, shine, shine >>> 24);
    return (color & 0xff000000) | (seen & 0xffffff);
  }
}
