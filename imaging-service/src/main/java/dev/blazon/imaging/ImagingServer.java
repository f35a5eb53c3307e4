package dev.blazon.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.ImageFormat;
import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import dev.blazon.service.http.ConnectionDraining;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.Listening;
import dev.blazon.service.http.MalformedRequests;
import dev.blazon.service.http.RequestBodyGuard;
import dev.blazon.service.process.EventLoopDelay;
import dev.blazon.service.process.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The imaging service behind its HTTP face, on one event loop for each processor. */
final class ImagingServer implements Service.Running {

  /** Room for a request line that is too long, so that it gets an answer instead of a reset. */
  private static final int MAX_REQUEST_LINE = 2 * BadgeEndpoint.MAX_URI_CHARACTERS;

  private static final int IDLE_SECONDS = 60;

  /** Longer than a picture may take. */
  private static final int STOP_SECONDS = 4;

  private static final Badge FIRST = Badge.of("imaging", "warm", BadgeColor.BRIGHTGREEN);

  /** Vert.x shares one free port among all servers that ask for this number. */
  private static final int ANY_SHARED_PORT = -1;

  private final ImagingService imaging;
  private final EndpointMetrics metrics;
  private final Readiness readiness;
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

  private ImagingServer(ImagingService imaging, EndpointMetrics metrics, Readiness readiness) {
    this.metrics = metrics;
    this.imaging = imaging;
    this.readiness = readiness;
  }

  static Future<Service.Running> start(
      Vertx vertx,
      MeterRegistry metrics,
      Readiness readiness,
      ImagingConfig config,
      Address address) {
    ImagingService imaging = ImagingService.create(vertx, config, Clock.systemUTC(), metrics);
    ImagingServer server = new ImagingServer(imaging, new EndpointMetrics(metrics), readiness);
    int port = address.port() == 0 ? ANY_SHARED_PORT : address.port();
    Address shared = new Address(address.variable(), address.host(), port);
    return vertx
        .deployVerticle(
            () -> server.new EventLoop(shared, metrics),
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
        .<Service.Running>map(server)
        .onFailure(e -> imaging.close());
  }

  private final class EventLoop extends VerticleBase {
    private final Address address;
    private final MeterRegistry registry;

    EventLoop(Address address, MeterRegistry registry) {
      this.address = address;
      this.registry = registry;
    }

    @Override
    public Future<?> start() {
      EventLoopDelay.watch(vertx, registry);
      HttpServer server =
          vertx
              .createHttpServer(
                  new HttpServerOptions()
                      .setMaxInitialLineLength(MAX_REQUEST_LINE)
                      .setIdleTimeout(IDLE_SECONDS)
                      .setHandle100ContinueAutomatically(true))
              .invalidRequestHandler(new MalformedRequests())
              .requestHandler(
                  new ConnectionDraining(
                      readiness,
                      new RequestBodyGuard(
                          PostedQuery.MAX_BYTES,
                          new BadgeEndpoint(imaging, metrics, new Health(readiness)))));
      return Listening.on(server, address).onSuccess(servers::add);
    }
  }

  @Override
  public int port() {
    return servers.get(0).actualPort();
  }

  /** The first picture of a format loads fonts and code: some hundred milliseconds. */
  @Override
  public Future<Void> warmUp() {
    return imaging
        .picture(FIRST, ImageFormat.SVG, true)
        .compose(painted -> imaging.picture(FIRST, ImageFormat.PNG, true))
        .mapEmpty();
  }

  @Override
  public Future<Void> stop() {
    return Future.join(
            servers.stream()
                .map(server -> server.shutdown(STOP_SECONDS, TimeUnit.SECONDS))
                .toList())
        .transform(ended -> imaging.close());
  }
}
