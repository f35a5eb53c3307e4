package dev.blazon.imaging.logo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Scales PNG logos into a box: centred, with their own proportions, like browsers. */
final class PixelScaler {

  private PixelScaler() {}

  static BufferedImage paint(byte[] file, int width, int height) throws IOException {
    BufferedImage picture = decode(file);
    double factor =
        Math.min((double) width / picture.getWidth(), (double) height / picture.getHeight());
    int scaledWidth = Math.max(1, (int) Math.round(picture.getWidth() * factor));
    int scaledHeight = Math.max(1, (int) Math.round(picture.getHeight() * factor));
    // Bilinear scaling uses only four pixels, so the picture is halved step by step.
    BufferedImage scaled = picture;
    while (scaled.getWidth() >= 2 * scaledWidth && scaled.getHeight() >= 2 * scaledHeight) {
      scaled = scale(scaled, scaled.getWidth() / 2, scaled.getHeight() / 2);
    }
    BufferedImage box = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = graphics(box);
    graphics.drawImage(
        scaled,
        (width - scaledWidth) / 2,
        (height - scaledHeight) / 2,
        scaledWidth,
        scaledHeight,
        null);
    graphics.dispose();
    return box;
  }

  /** Decodes the picture in its original size. */
  static BufferedImage decode(byte[] file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage scale(BufferedImage picture, int width, int height) {
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = graphics(scaled);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }

  private static Graphics2D graphics(BufferedImage picture) {
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return graphics;
  }
}
