package dev.blazon.api.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.imaging.ImagingService;
import io.vertx.core.Future;
import java.time.Duration;

/** The imaging service in this process. Thread-safe. */
public final class InProcessImaging implements ImagingDoor {

  private final ImagingService service;

  public InProcessImaging(ImagingService service) {
    this.service = service;
  }

  @Override
  public Future<Picture> picture(Badge badge, ImageFormat format, boolean generic) {
    return service.picture(badge, format, generic);
  }

  @Override
  public Future<Void> reachable(Duration patience) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return service.close();
  }
}
