package dev.blazon.api;

import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.dialect.Indexes;
import dev.blazon.api.imaging.Imaging;
import dev.blazon.api.imaging.InProcessImaging;
import dev.blazon.api.imaging.RemoteImaging;
import dev.blazon.api.lookup.LiveLookups;
import dev.blazon.api.lookup.LookupConfig;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.pypi.Index;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.stats.InProcessStats;
import dev.blazon.api.stats.NoStats;
import dev.blazon.api.stats.RemoteStats;
import dev.blazon.api.stats.Stats;
import dev.blazon.api.usage.InProcessUsage;
import dev.blazon.api.usage.NoUsage;
import dev.blazon.api.usage.RemoteUsage;
import dev.blazon.api.usage.Usage;
import dev.blazon.api.usage.UsageNotice;
import dev.blazon.api.usage.call.UsageAccess;
import dev.blazon.api.web.WebServer;
import dev.blazon.imaging.ImagingService;
import dev.blazon.service.Readiness;
import dev.blazon.service.Settings;
import dev.blazon.service.process.Service;
import dev.blazon.service.process.ServiceMain;
import dev.blazon.stats.StatsMode;
import dev.blazon.stats.StatsService;
import dev.blazon.stats.usage.UsageService;
import dev.blazon.stats.usage.report.Identities;
import dev.blazon.upstream.HostResolver;
import dev.blazon.upstream.Upstreams;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API service as a process. A request passes through its packages in this order:
 *
 * <pre>
 * web ─► dialect ─► lookup ─► shield ─► dialect ─► imaging ─► web
 * </pre>
 */
public final class Main {

  /**
   * How long a start waits for Redis and for an imaging service: long enough when they start at the
   * same time, and no longer, because this service can serve without them.
   */
  private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] arguments) {
    new ServiceMain("api-service", "URL in, text and colour out.", Main::configure).run(arguments);
  }

  static Service configure(Settings settings) {
    Config config = Config.read(settings);
    return (vertx, metrics, readiness) -> start(vertx, metrics, readiness, config, settings);
  }

  private static Future<Service.Running> start(
      Vertx vertx, MeterRegistry metrics, Readiness readiness, Config config, Settings settings) {
    Clock clock = Clock.systemUTC();
    ShieldCatalog catalog = new ShieldCatalog(clock);
    Dialects dialects = new Dialects(catalog, indexes(config.lookup()));
    Upstreams upstreams = new Upstreams(vertx, config.lookup().upstreams(), clock, metrics);
    Stats stats = stats(vertx, metrics, config, upstreams, clock);
    Usage usage = usage(vertx, metrics, config, clock);
    Lookups lookups = new LiveLookups(vertx, config.lookup(), upstreams, stats, clock, metrics);
    return imaging(vertx, metrics, config, clock)
        .compose(
            imaging ->
                WebServer.start(
                        vertx,
                        metrics,
                        config.web(),
                        new WebServer.Rooms(
                            catalog,
                            dialects,
                            lookups,
                            imaging,
                            stats,
                            room(config, usage),
                            settings::shown),
                        readiness,
                        clock)
                    .onSuccess(web -> LOG.info("a first badge: {}", firstBadge(config, web)))
                    .map(web -> new Blazon(web, lookups, imaging, stats, usage, upstreams)));
  }

  private static String firstBadge(Config config, WebServer web) {
    String host = config.web().address().host();
    return "http://" + host + ":" + web.port() + "/version/requests/badge.svg";
  }

  private static Indexes indexes(LookupConfig config) {
    return new Indexes(
        config.pypi().base(),
        config.indexes().stream().collect(Collectors.toMap(Index::name, Index::base)));
  }

  private static Future<? extends Imaging> imaging(
      Vertx vertx, MeterRegistry metrics, Config config, Clock clock) {
    return config.imagingServices().isEmpty()
        ? Future.succeededFuture(
            new InProcessImaging(ImagingService.create(vertx, config.imaging(), clock, metrics)))
        : RemoteImaging.open(
            vertx,
            config.imagingServices(),
            HostResolver.ofSystem(vertx),
            config.imagingDeadline(),
            metrics);
  }

  private static Stats stats(
      Vertx vertx, MeterRegistry metrics, Config config, Upstreams upstreams, Clock clock) {
    if (config.stats().mode() == StatsMode.OFF) {
      return new NoStats();
    }
    return config.statsServices().isEmpty()
        ? new InProcessStats(StatsService.create(vertx, config.stats(), upstreams, clock, metrics))
        : new RemoteStats(vertx, config.statsServices(), metrics);
  }

  private static Usage usage(Vertx vertx, MeterRegistry metrics, Config config, Clock clock) {
    if (!config.usage().isOn()) {
      return new NoUsage();
    }
    return config.statsServices().isEmpty()
        ? new InProcessUsage(UsageService.create(vertx, config.usage(), clock, metrics))
        : new RemoteUsage(vertx, config.statsServices(), metrics);
  }

  private static WebServer.UsageRoom room(Config config, Usage usage) {
    return new WebServer.UsageRoom(
        usage,
        config.usageAccess(),
        new UsageNotice(
            config.usage().days(),
            config.usage().identities() == Identities.HASHED,
            config.usageAccess().readers() == UsageAccess.Readers.EVERYONE));
  }

  /** Everything that runs; it is closed in the order of the diagram. */
  private record Blazon(
      WebServer web,
      Lookups lookups,
      Imaging imaging,
      Stats stats,
      Usage usage,
      Upstreams upstreams)
      implements Service.Running {

    @Override
    public int port() {
      return web.port();
    }

    @Override
    public Future<Void> warmUp() {
      return Future.join(lookups.reachable(STARTUP_TIMEOUT), imaging.reachable(STARTUP_TIMEOUT))
          .compose(reached -> web.warmUp());
    }

    @Override
    public Future<Void> stop() {
      return web.stop()
          .eventually(lookups::close)
          .eventually(stats::close)
          .eventually(usage::close)
          .eventually(upstreams::close)
          .eventually(imaging::close);
    }
  }
}
