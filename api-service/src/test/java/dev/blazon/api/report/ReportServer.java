package dev.blazon.api.report;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blazon.api.Documents;
import dev.blazon.api.HttpAsker;
import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.dialect.Indexes;
import dev.blazon.api.imaging.Imaging;
import dev.blazon.api.lookup.Answer;
import dev.blazon.api.lookup.FactKey;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ProjectReader;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.stats.InProcessStats;
import dev.blazon.api.stats.Stats;
import dev.blazon.api.web.WebConfig;
import dev.blazon.api.web.WebServer;
import dev.blazon.service.Readiness;
import dev.blazon.service.Settings;
import dev.blazon.stats.StatsConfig;
import dev.blazon.stats.StatsService;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.testing.Eventually;
import dev.blazon.upstream.InvalidDocumentException;
import dev.blazon.upstream.Upstreams;
import dev.blazon.upstream.UpstreamsConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A real API whose counts were imported from a text, and whose PyPI is made up. */
public final class ReportServer implements AutoCloseable {

  /** When all imports ended. */
  public static final Instant IMPORTED = Instant.parse("2026-08-27T01:30:00Z");

  /** Projects that PyPI knows although they have no downloads. */
  private static final Set<String> NEW_PROJECTS = Set.of("brand-new");

  /** A project for which PyPI does not answer. */
  private static final String UNREACHABLE = "unreachable";

  private final Vertx vertx;
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Stats stats;
  private final HttpAsker asker;
  private final WebServer server;

  private ReportServer(Vertx vertx, Stats stats, Imaging imaging, Map<String, String> settings)
      throws TimeoutException {
    this.vertx = vertx;
    this.stats = stats;
    Map<String, String> all = new HashMap<>(settings);
    all.put("BLAZON_PORT", "0");
    all.put("BLAZON_HOST", "127.0.0.1");
    Clock clock = Clock.fixed(IMPORTED, ZoneOffset.UTC);
    ShieldCatalog catalog = new ShieldCatalog(clock);
    server =
        WebServer.start(
                vertx,
                metrics,
                WebConfig.read(new Settings(all)),
                new WebServer.Rooms(
                    catalog,
                    new Dialects(catalog, new Indexes(URI.create("https://x"), Map.of())),
                    new MadeUpPyPi(),
                    imaging,
                    stats,
                    WebServer.UsageRoom.none(),
                    List::of),
                new Readiness(),
                clock)
            .await(20, TimeUnit.SECONDS);
    asker = new HttpAsker(server.port());
  }

  /** Starts an API with these counts, in the form of an import. */
  public static ReportServer with(Path folder, String csv) throws Exception {
    return with(folder, csv, noImaging());
  }

  /** The same, with charts that are painted there. */
  public static ReportServer with(Path folder, String csv, Imaging imaging) throws Exception {
    StoreLocation.Sqlite location = new StoreLocation.Sqlite(folder.resolve("store"));
    try (Store store = Store.open(location)) {
      Path file = Files.writeString(folder.resolve("rows.csv"), csv);
      Importer importer =
          new Importer(
              store, ImportSettings.defaults(folder), Clock.fixed(IMPORTED, ZoneOffset.UTC));
      assertFalse(importer.importFiles(List.of(file)).orElseThrow().isEmpty());
    }
    Vertx vertx = Vertx.vertx();
    return new ReportServer(vertx, inProcess(vertx, location), imaging, Map.of());
  }

  /** Counts that are imported daily: nothing is fetched for a project that is not there. */
  private static Stats inProcess(Vertx vertx, StoreLocation.Sqlite location) {
    Settings settings =
        new Settings(
            Map.of(
                "BLAZON_STATS", "daily", "BLAZON_STATS_DATABASE", "sqlite:" + location.folder()));
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    Clock clock = Clock.fixed(IMPORTED, ZoneOffset.UTC);
    return new InProcessStats(
        StatsService.create(
            vertx,
            StatsConfig.read(settings),
            new Upstreams(vertx, UpstreamsConfig.read(settings), clock, metrics),
            clock,
            metrics));
  }

  /** Starts an API with these answers. */
  public static ReportServer with(Stats stats, Map<String, String> settings)
      throws TimeoutException {
    return with(stats, noImaging(), settings);
  }

  /** The same, with charts that are painted there. */
  public static ReportServer with(Stats stats, Imaging imaging, Map<String, String> settings)
      throws TimeoutException {
    return new ReportServer(Vertx.vertx(), stats, imaging, settings);
  }

  private static Imaging noImaging() {
    return (Imaging)
        Proxy.newProxyInstance(
            Imaging.class.getClassLoader(),
            new Class<?>[] {Imaging.class},
            (self, method, arguments) -> Future.failedFuture("not painted here"));
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

  /**
   * Returns as soon as no answer holds memory. An answer gives it back when it is written, which a
   * reader may see a moment earlier than the server does.
   */
  public void awaitMemoryGivenBack() throws TimeoutException {
    Eventually.eventually(
        vertx,
        () -> metrics.get("blazon.budget.used").tag("budget", "reports").gauge().value() == 0);
  }

  @Override
  public void close() throws TimeoutException {
    asker.close();
    server.stop().await(20, TimeUnit.SECONDS);
    stats.close().await(20, TimeUnit.SECONDS);
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  private static final class MadeUpPyPi implements Lookups {

    @Override
    @SuppressWarnings("unchecked") // Projects are all that is asked for.
    public <T> Future<Answer<T>> find(FactKey<T> key) {
      String name = ((ProjectKey) key).name().normalized();
      if (name.equals(UNREACHABLE)) {
        return Future.succeededFuture(new Answer.Failed<>(Answer.Reason.UNREACHABLE));
      }
      return Future.succeededFuture(
          NEW_PROJECTS.contains(name)
              ? new Answer.Known<>((T) project(name), Duration.ZERO, false)
              : new Answer.Missing<>());
    }

    private static Project project(String name) {
      ProjectReader reader = new ProjectReader(name, false);
      byte[] document = Documents.good(name, "1.2.3").getBytes(StandardCharsets.UTF_8);
      try {
        reader.feed(document, 0, document.length);
        return reader.finish();
      } catch (InvalidDocumentException e) {
        throw new IllegalStateException(e);
      }
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
