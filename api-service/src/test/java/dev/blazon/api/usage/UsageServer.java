package dev.blazon.api.usage;

import dev.blazon.api.HttpAsker;
import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.dialect.Indexes;
import dev.blazon.api.imaging.Imaging;
import dev.blazon.api.imaging.InProcessImaging;
import dev.blazon.api.lookup.Answer;
import dev.blazon.api.lookup.FactKey;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.stats.NoStats;
import dev.blazon.api.usage.call.UsageAccess;
import dev.blazon.api.web.WebConfig;
import dev.blazon.api.web.WebServer;
import dev.blazon.imaging.ImagingConfig;
import dev.blazon.imaging.ImagingService;
import dev.blazon.service.Readiness;
import dev.blazon.service.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A real API with these reports, that knows no project, and paints its pictures itself. */
public final class UsageServer implements AutoCloseable {

  /** What this server calls now. */
  public static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  /** The token of readers, if the settings have none. */
  public static final String READER = "a-reader-for-tests";

  /** The header with it. */
  public static final Map<String, String> AS_READER = Map.of("Authorization", "Bearer " + READER);

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Usage usage;
  private final Imaging imaging;
  private final HttpAsker asker;
  private final WebServer server;

  private UsageServer(Vertx vertx, Usage usage, Map<String, String> given) throws TimeoutException {
    this.usage = usage;
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "BLAZON_PORT", "0", "BLAZON_HOST", "127.0.0.1", "BLAZON_USAGE_READ_TOKEN", READER));
    all.putAll(given);
    Settings settings = new Settings(all);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    ShieldCatalog catalog = new ShieldCatalog(clock);
    this.imaging =
        new InProcessImaging(
            ImagingService.create(vertx, ImagingConfig.read(settings), clock, metrics));
    UsageAccess access = UsageAccess.read(settings);
    server =
        WebServer.start(
                vertx,
                metrics,
                WebConfig.read(settings),
                new WebServer.Rooms(
                    catalog,
                    new Dialects(catalog, new Indexes(URI.create("https://x"), Map.of())),
                    new NoProjects(),
                    imaging,
                    new NoStats(),
                    new WebServer.UsageRoom(
                        usage,
                        access,
                        new UsageNotice(
                            30, true, access.readers() == UsageAccess.Readers.EVERYONE)),
                    List::of),
                new Readiness(),
                clock)
            .await(20, TimeUnit.SECONDS);
    asker = new HttpAsker(server.port());
  }

  /** Starts an API. The test closes the Vert.x, which the reports may use too. */
  public static UsageServer start(Vertx vertx, Usage usage, Map<String, String> settings)
      throws TimeoutException {
    return new UsageServer(vertx, usage, settings);
  }

  public int port() {
    return server.port();
  }

  public HttpAsker ask() {
    return asker;
  }

  public SimpleMeterRegistry metrics() {
    return metrics;
  }

  @Override
  public void close() throws TimeoutException {
    asker.close();
    server.stop().await(20, TimeUnit.SECONDS);
    usage.close().await(20, TimeUnit.SECONDS);
    imaging.close().await(20, TimeUnit.SECONDS);
  }

  private static final class NoProjects implements Lookups {

    @Override
    public <T> Future<Answer<T>> find(FactKey<T> key) {
      return Future.succeededFuture(new Answer.Missing<>());
    }

    @Override
    public Future<Void> reachable(Duration timeout) {
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> close() {
      return Future.succeededFuture();
    }
  }
}
