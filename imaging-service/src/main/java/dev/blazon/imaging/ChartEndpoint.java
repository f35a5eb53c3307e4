package dev.blazon.imaging;

import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.wire.ChartExchange;
import dev.blazon.chart.wire.ChartForm;
import dev.blazon.chart.wire.ChartRequest;
import dev.blazon.chart.wire.InvalidChartException;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.service.http.UnreadBodyException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The HTTP interface for charts: a POST to {@code /v1/chart.svg} or {@code /v1/chart.png} with the
 * bytes of {@link ChartForm}. {@link ChartExchange} defines the protocol. Thread-safe.
 */
final class ChartEndpoint {

  private final ImagingService imaging;
  private final RequestBodies bodies;
  private final PictureResponses responses;

  ChartEndpoint(ImagingService imaging, RequestBodies bodies, PictureResponses responses) {
    this.imaging = imaging;
    this.bodies = bodies;
    this.responses = responses;
  }

  /**
   * Answers the request if its path is that of a chart.
   *
   * @return whether it is; if so, the request has been answered or will be
   */
  boolean handle(AccessLogEntry entry) {
    HttpServerRequest request = entry.request();
    Optional<ImageFormat> format = ChartExchange.format(request.path());
    if (format.isEmpty()) {
      return false;
    }
    if (HttpMethod.POST.equals(request.method())) {
      // Its bytes are in the budget of bodies until they are read; the chart is smaller.
      bodies
          .read(request, ChartExchange.LONGEST_BODY, ChartEndpoint::decode)
          .onSuccess(chart -> paint(entry, chart, format.get()))
          .onFailure(e -> responses.refuse(request, status(e), line(e)));
    } else {
      responses.refuseMethod(request, "POST");
    }
    return true;
  }

  private void paint(AccessLogEntry entry, ChartRequest request, ImageFormat format) {
    imaging
        .chart(request.chart(), request.look(), format)
        .onSuccess(picture -> responses.send(entry, picture, "chart"))
        .onFailure(e -> responses.fail(entry, e));
  }

  private static Future<ChartRequest> decode(Buffer body) {
    try {
      return Future.succeededFuture(ChartForm.decode(body.getBytes()));
    } catch (InvalidChartException e) {
      return Future.failedFuture(e);
    }
  }

  private static int status(Throwable e) {
    return e instanceof UnreadBodyException unread ? unread.status() : 400;
  }

  private static String line(Throwable e) {
    return status(e) == 413 ? "a chart is 256 KB at most" : e.getMessage();
  }
}
