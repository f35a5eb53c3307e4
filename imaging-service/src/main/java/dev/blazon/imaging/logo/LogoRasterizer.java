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
 * Turns logos into pixels, strangers' within a time. What was let through should take some
 * milliseconds; but should a stranger find what does not, it costs the badge its logo, and not the
 * service a worker.
 */
final class LogoRasterizer {

  private static final Logger LOG = LoggerFactory.getLogger(LogoRasterizer.class);
  private static final Duration DEADLINE = Duration.ofSeconds(1);

  /** How many logos may be rasterised at once; those that were given up on included. */
  private final Semaphore running = new Semaphore(2);

  /** The pixels; late also when two are being painted. */
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
    } catch (Throwable e) { // Errors too: a stack that ended must not end a worker's wait.
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
