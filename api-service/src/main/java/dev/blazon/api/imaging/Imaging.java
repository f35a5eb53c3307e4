package dev.blazon.api.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.service.RequestId;
import io.vertx.core.Future;
import java.time.Duration;

/** The imaging service as the API uses it: over HTTP, or in process. Thread-safe. */
public interface Imaging {

  /**
   * Paints a badge.
   *
   * @param generic whether the picture depends on no project, so that it is worth caching on disk
   * @param id the id of the request, for the logs
   * @return the picture; the future fails when no imaging service paints it within the deadline
   */
  Future<Picture> picture(Badge badge, ImageFormat format, boolean generic, RequestId id);

  /**
   * Paints a chart.
   *
   * @param chart within the bounds of {@link dev.blazon.chart.wire.ChartExchange}
   * @param id the id of the request, for the logs
   * @return the picture; the future fails when no imaging service paints it within the deadline
   */
  Future<Picture> chart(Chart chart, ChartLook look, ImageFormat format, RequestId id);

  /**
   * Waits for an imaging service that can paint.
   *
   * @return completed when one has been reached or the timeout has passed; never fails
   */
  Future<Void> reachable(Duration timeout);

  /** Closes connections and threads. Pictures under way fail. */
  Future<Void> close();
}
