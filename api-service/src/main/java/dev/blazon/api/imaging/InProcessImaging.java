package dev.blazon.api.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.imaging.ImagingService;
import dev.blazon.service.RequestId;
import dev.blazon.service.log.InternalErrors;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/** The imaging service within this process. Thread-safe. */
public final class InProcessImaging implements Imaging {

  private final ImagingService service;

  public InProcessImaging(ImagingService service) {
    this.service = service;
  }

  @Override
  public Future<Picture> picture(Badge badge, ImageFormat format, boolean generic, RequestId id) {
    return service
        .picture(badge, format, generic)
        .onFailure(problem -> log(problem, id, () -> BadgeQuery.encode(badge)));
  }

  @Override
  public Future<Picture> chart(Chart chart, ChartLook look, ImageFormat format, RequestId id) {
    return service
        .chart(chart, look, format)
        .onFailure(problem -> log(problem, id, () -> "a chart: " + chart.caption().title()));
  }

  private static void log(Throwable problem, RequestId id, Supplier<String> what) {
    if (!ImagingService.isForWantOfTime(problem)) {
      InternalErrors.log(id, problem, "cannot paint {}", what.get());
    }
  }

  @Override
  public Future<Void> reachable(Duration timeout) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return service.close();
  }
}
