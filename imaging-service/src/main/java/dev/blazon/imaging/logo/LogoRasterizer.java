package dev.blazon.imaging.logo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.util.HaltingThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rasterises logos, custom ones with a time limit. A sanitised logo should take some milliseconds;
 * if an attacker finds one that takes much longer, the badge loses its logo, but the service loses
 * no worker.
 */
final class LogoRasterizer {

  private static final Logger LOG = LoggerFactory.getLogger(LogoRasterizer.class);
  private static final Duration DEADLINE = Duration.ofSeconds(1);

  /** Limits how many custom logos are rasterised at once, including abandoned ones. */
  private final Semaphore running = new Semaphore(2);

  /** The pixels, or {@link Raster.None#LATE} after the time limit or if two others stay busy. */
  Raster rasterize(ReadyLogo logo, int width, int height) {
    return logo instanceof ReadyLogo.Outline icon
        ? IconPath.paint(icon, width, height)
        : withinTime(logo, width, height);
  }

  private Raster withinTime(ReadyLogo logo, int width, int height) {
    CompletableFuture<LogoPixels> pixels = new CompletableFuture<>();
    HaltingThread painter = new HaltingThread(() -> work(logo, width, height, pixels), "logo");
    painter.setDaemon(true);
    try {
      if (!running.tryAcquire(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
        return Raster.None.LATE;
      }
      painter.start();
      return pixels.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      painter.halt();
      LOG.warn("a logo took too long to rasterise");
    } catch (ExecutionException e) {
      LOG.debug("a logo could not be rasterised: {}", e.getCause().getClass().getName());
      return Raster.None.IMPOSSIBLE;
    }
    return Raster.None.LATE;
  }

  private void work(ReadyLogo logo, int width, int height, CompletableFuture<LogoPixels> pixels) {
    try {
      BufferedImage image = paint(logo, width, height);
      int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
      pixels.complete(new LogoPixels(width, height, argb));
    } catch (Throwable e) { // Errors, too, such as a stack overflow: the caller waits for a result.
      pixels.completeExceptionally(e);
    } finally {
      running.release();
    }
  }

  private static BufferedImage paint(ReadyLogo logo, int width, int height)
      throws IOException, TranscoderException {
    if (logo instanceof ReadyLogo.Shapes shapes) {
      return ShapesTranscoder.paint(shapes.svg(), width, height);
    }
    return PixelScaler.paint(((ReadyLogo.Pixels) logo).file(), width, height);
  }
}
