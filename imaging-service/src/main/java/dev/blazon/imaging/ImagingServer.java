package dev.blazon.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.PictureExchange;
import dev.blazon.chart.wire.ChartExchange;
import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import dev.blazon.service.Settings;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.HttpFace;
import dev.blazon.service.http.HttpLimits;
import dev.blazon.service.http.HttpMemory;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.service.process.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** The imaging service together with its HTTP port. Thread-safe. */
final class ImagingServer implements Service.Running {

  /** Twice the longest URL, so that a request with a longer one is answered and not reset. */
  private static final int LONGEST_REQUEST_LINE = 2 * PictureExchange.LONGEST_URL;

  private static final int LONGEST_HEADERS = 8 * 1024;

  private static final int LONGEST_BODY =
      Math.max(PostedQuery.MAX_BYTES, ChartExchange.LONGEST_BODY);

  private static final Badge FIRST = Badge.of("imaging", "warm", BadgeColor.BRIGHTGREEN);

  private final ImagingService imaging;
  private final HttpFace face;

  private ImagingServer(ImagingService imaging, HttpFace face) {
    this.imaging = imaging;
    this.face = face;
  }

  /**
   * The settings of the port.
   *
   * @param connections the maximum number of open connections
   * @param memory what their requests and answers may take
   * @param bodyBytes what the bodies of all requests may take
   */
  record Web(Address address, int connections, HttpMemory memory, long bodyBytes) {

    static Web read(Settings settings) {
      return new Web(
          Address.ofService(settings),
          HttpLimits.connections(settings),
          HttpMemory.read(settings),
          RequestBodies.memory(settings, 2L * LONGEST_BODY));
    }
  }

  /**
   * Starts the service and opens its port.
   *
   * @param web the limits of its port
   */
  static Future<Service.Running> start(
      Vertx vertx, MeterRegistry metrics, Readiness readiness, ImagingConfig config, Web web) {
    ImagingService imaging = ImagingService.create(vertx, config, Clock.systemUTC(), metrics);
    BadgeEndpoint endpoint =
        new BadgeEndpoint(
            imaging,
            RequestBodies.of(vertx, web.bodyBytes(), metrics),
            new EndpointMetrics(metrics),
            new Health(readiness));
    HttpLimits limits =
        new HttpLimits(
            web.connections(), LONGEST_REQUEST_LINE, LONGEST_HEADERS, LONGEST_BODY, web.memory());
    return HttpFace.open(
            vertx,
            HttpFace.Port.ofService(web.address(), limits),
            readiness,
            metrics,
            () -> endpoint)
        .<Service.Running>map(face -> new ImagingServer(imaging, face))
        .onFailure(e -> imaging.close());
  }

  @Override
  public int port() {
    return face.port();
  }

  /** Paints one picture of each format; the first loads fonts and code for some 100 ms. */
  @Override
  public Future<Void> warmUp() {
    return imaging
        .picture(FIRST, ImageFormat.SVG, true)
        .compose(painted -> imaging.picture(FIRST, ImageFormat.PNG, true))
        .mapEmpty();
  }

  @Override
  public Future<Void> stop() {
    return face.close().eventually(imaging::close);
  }
}
