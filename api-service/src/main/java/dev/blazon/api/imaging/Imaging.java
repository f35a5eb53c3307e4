package dev.blazon.api.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.service.RequestId;
import io.vertx.core.Future;
import java.time.Duration;

/** The door to the imaging service: over HTTP, or in process. */
public interface Imaging {

  /**
   * The picture of a badge.
   *
   * @param generic whether the picture depends on no project, and is worth keeping on disk
   * @param id of the request that wants it, for the logs
   * @return the picture, or a failure when no imaging service can paint it within its deadline
   */
  Future<Picture> picture(Badge badge, ImageFormat format, boolean generic, RequestId id);

  /**
   * Waits for an imaging service that can paint.
   *
   * @return completed when one has been reached, or the patience has ended; never fails
   */
  Future<Void> reachable(Duration patience);

  /** Lets go of connections and threads; what is under way fails. */
  Future<Void> close();
}
