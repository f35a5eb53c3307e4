package dev.blazon.imaging.png;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/**
 * Structural similarity of two pictures (Wang, Bovik, Sheikh, Simoncelli: Image Quality Assessment,
 * 2004): the mean over all 11 x 11 Gaussian windows (deviation 1.5) of the luma, over white. 1
 * means equal pictures.
 */
public final class Ssim {

  private static final int REACH = 5;
  private static final double DEVIATION = 1.5;
  private static final double C1 = square(0.01 * 255);
  private static final double C2 = square(0.03 * 255);

  private static final double[] WEIGHTS =
      IntStream.rangeClosed(-REACH, REACH)
          .mapToDouble(k -> Math.exp(-square(k / DEVIATION) / 2))
          .toArray();

  private Ssim() {}

  /** The similarity of two pictures of the same size. */
  public static double of(BufferedImage a, BufferedImage b) {
    int width = a.getWidth();
    int height = a.getHeight();
    if (width != b.getWidth() || height != b.getHeight()) {
      throw new IllegalArgumentException("pictures of different sizes");
    }
    double[] x = luma(a);
    double[] y = luma(b);
    double[] meanX = blur(x, width, height);
    double[] meanY = blur(y, width, height);
    double[] meanXx = blur(product(x, x), width, height);
    double[] meanYy = blur(product(y, y), width, height);
    double[] meanXy = blur(product(x, y), width, height);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double both = meanX[i] * meanY[i];
      double squares = square(meanX[i]) + square(meanY[i]);
      double covariance = meanXy[i] - both;
      double variances = meanXx[i] + meanYy[i] - squares;
      sum += (2 * both + C1) * (2 * covariance + C2) / ((squares + C1) * (variances + C2));
    }
    return sum / x.length;
  }

  private static double[] luma(BufferedImage image) {
    int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    double[] luma = new double[argb.length];
    for (int i = 0; i < argb.length; i++) {
      int c = argb[i];
      double painted = 0.299 * (c >> 16 & 0xff) + 0.587 * (c >> 8 & 0xff) + 0.114 * (c & 0xff);
      double alpha = (c >>> 24) / 255.0;
      luma[i] = painted * alpha + 255 * (1 - alpha);
    }
    return luma;
  }

  private static double[] product(double[] a, double[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  /** The Gaussian mean around each pixel; at the edges, of the existing pixels only. */
  private static double[] blur(double[] values, int width, int height) {
    return blur(blur(values, width, height, 1, 0), width, height, 0, 1);
  }

  private static double[] blur(double[] values, int width, int height, int dx, int dy) {
    double[] blurred = new double[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        double weights = 0;
        for (int k = -REACH; k <= REACH; k++) {
          int fromX = x + k * dx;
          int fromY = y + k * dy;
          if (fromX >= 0 && fromX < width && fromY >= 0 && fromY < height) {
            double weight = WEIGHTS[k + REACH];
            sum += weight * values[fromY * width + fromX];
            weights += weight;
          }
        }
        blurred[y * width + x] = sum / weights;
      }
    }
    return blurred;
  }

  private static double square(double value) {
    return value * value;
  }
}
