package dev.blazon.api.web;

import dev.blazon.api.catalog.ApiDocuments;
import dev.blazon.api.chart.ChartAnswers;
import dev.blazon.api.compare.Comparisons;
import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.imaging.Imaging;
import dev.blazon.api.imaging.LogoNames;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.operator.Desk;
import dev.blazon.api.operator.OperatorLogin;
import dev.blazon.api.page.Page;
import dev.blazon.api.rendered.ChartRenderer;
import dev.blazon.api.rendered.RenderedAnswers;
import dev.blazon.api.rendered.Renderer;
import dev.blazon.api.rendered.WebMetrics;
import dev.blazon.api.report.Reports;
import dev.blazon.api.resolve.BadgeResolver;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.stats.RecentLedger;
import dev.blazon.api.stats.Stats;
import dev.blazon.api.usage.NoUsage;
import dev.blazon.api.usage.Usage;
import dev.blazon.api.usage.UsageNotice;
import dev.blazon.api.usage.call.Operator;
import dev.blazon.api.usage.call.UsageAccess;
import dev.blazon.api.usage.call.UsageCalls;
import dev.blazon.service.Readiness;
import dev.blazon.service.RequestId;
import dev.blazon.service.Settings;
import dev.blazon.service.Version;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.HttpFace;
import dev.blazon.service.http.HttpLimits;
import dev.blazon.service.http.RequestBodies;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The API's HTTP server: opens the public port and connects the handlers behind it. Thread-safe.
 */
public final class WebServer {

  /** How often the status page takes its counts. */
  private static final Duration STATUS_PERIOD = Duration.ofMinutes(1);

  /** Twice the longest URL, so that a URL that is too long gets an answer instead of a reset. */
  private static final int LONGEST_REQUEST_LINE = 2 * RequestTarget.LONGEST_URI;

  private static final int LONGEST_HEADERS = 16 * 1024;

  /** Only the pages' forms have a body; the connection of a longer one is closed. */
  private static final int LONGEST_BODY = 64 * 1024;

  /**
   * What finished charts may take in memory, in bytes: some hundred. They have a part of their own,
   * since one takes as much as twenty badges, and a flood of them would push these out.
   */
  private static final long CHART_BYTES = 4 << 20;

  private static final RequestTarget FIRST_SVG =
      new RequestTarget("", "/badge/blazon-warm-brightgreen.svg");
  private static final RequestTarget FIRST_PNG =
      new RequestTarget("", "/badge/blazon-warm-brightgreen.png");

  /** Without a password nobody is the operator. */
  private static final Operator NOBODY = request -> Future.succeededFuture(false);

  private final HttpFace face;
  private final Page page;
  private final UsageCalls usage;
  private final Reports reports;
  private final BadgeAnswers answers;

  private WebServer(
      HttpFace face, Page page, UsageCalls usage, Reports reports, BadgeAnswers answers) {
    this.face = face;
    this.page = page;
    this.usage = usage;
    this.reports = reports;
    this.answers = answers;
  }

  /**
   * The parts that serve a request, in the order of use.
   *
   * @param settings what holds for each setting, for the operator
   */
  public record Rooms(
      ShieldCatalog catalog,
      Dialects dialects,
      Lookups lookups,
      Imaging imaging,
      Stats stats,
      UsageRoom usage,
      Supplier<List<Settings.Shown>> settings) {}

  /**
   * Reports of Python programs, and what is said about them.
   *
   * @param access who may send and read
   * @param notice what people are told
   */
  public record UsageRoom(Usage usage, UsageAccess access, UsageNotice notice) {

    /** No reports. */
    public static UsageRoom none() {
      return new UsageRoom(
          new NoUsage(),
          UsageAccess.read(new Settings(Map.of())),
          new UsageNotice(1, false, false));
    }
  }

  /** Starts serving. */
  public static Future<WebServer> start(
      Vertx vertx,
      MeterRegistry registry,
      WebConfig config,
      Rooms rooms,
      Readiness readiness,
      Clock clock) {
    WebMetrics metrics = new WebMetrics(registry);
    Stats stats = new RecentLedger(rooms.stats());
    Comparisons comparisons = new Comparisons(stats, rooms.lookups());
    RenderedAnswers rendered = new RenderedAnswers(config.renderedBytes(), config.renderedFresh());
    ApiDocuments documents = new ApiDocuments(rooms.catalog(), rooms.dialects());
    JsonObject openApi = documents.openApi(Version.CURRENT, rooms.usage().usage().isOn());
    BadgeAnswers answers =
        new BadgeAnswers(
            new Documents(documents.shields(), openApi, metrics, clock),
            rooms.dialects(),
            new BadgeResolver(rooms.lookups()),
            rooms.imaging(),
            new Renderer(metrics, clock),
            rendered,
            new Deadlines(config.deadline()));
    Optional<Desk> operator =
        config
            .operator()
            .map(
                hash ->
                    new Desk(
                        new OperatorLogin(vertx, hash, registry, clock),
                        Version.CURRENT,
                        rooms.settings()));
    Operator asking = operator.<Operator>map(desk -> desk.login()::isOperator).orElse(NOBODY);
    Page page =
        new Page(
            vertx,
            new Page.Sources(
                rooms.catalog(),
                rooms.lookups(),
                stats,
                comparisons,
                () -> vertx.executeBlocking(LogoNames::all),
                openApi,
                RequestBodies.of(vertx, config.bodyBytes(), registry),
                config.deadline(),
                new Page.UsageSources(
                    rooms.usage().usage(),
                    rooms.usage().notice(),
                    rooms.usage().access().readerOr(asking)),
                operator,
                config.proxies(),
                registry),
            config.publicUrl(),
            clock);
    vertx.setPeriodic(STATUS_PERIOD.toMillis(), id -> page.count());
    Reports reports =
        new Reports(
            vertx,
            new Reports.Sources(
                stats,
                rooms.lookups(),
                rooms.catalog(),
                config.deadline(),
                config.memory().answers()),
            registry);
    ChartAnswers charts =
        new ChartAnswers(
            new ChartAnswers.Sources(
                stats, rooms.lookups(), comparisons, rooms.imaging(), config.deadline()),
            new ChartRenderer(metrics, clock),
            new RenderedAnswers(CHART_BYTES, config.renderedFresh()),
            registry);
    UsageCalls usage =
        new UsageCalls(
            vertx,
            new UsageCalls.Sources(
                rooms.usage().usage(),
                rooms.usage().access(),
                asking,
                rooms.imaging(),
                page::usageTable,
                config.deadline()),
            registry);
    HttpFront front =
        new HttpFront(
            rendered, page, usage, reports, charts, answers, metrics, new Health(readiness), clock);
    HttpLimits limits =
        new HttpLimits(
            config.connections(),
            LONGEST_REQUEST_LINE,
            LONGEST_HEADERS,
            LONGEST_BODY,
            config.memory());
    return HttpFace.open(
            vertx,
            HttpFace.Port.ofService(config.address(), limits),
            readiness,
            registry,
            () -> front)
        .map(face -> new WebServer(face, page, usage, reports, answers));
  }

  /** The TCP port. */
  public int port() {
    return face.port();
  }

  /**
   * Makes one SVG and one PNG badge that need no upstream: the first answers load code and fonts,
   * which takes some hundred milliseconds.
   */
  public Future<Void> warmUp() {
    RequestId own = new RequestId("warm-up");
    return answers.answer(FIRST_SVG, own).compose(svg -> answers.answer(FIRST_PNG, own)).mapEmpty();
  }

  /** Refuses new requests, and completes when the running ones are answered. */
  public Future<Void> stop() {
    return face.close().eventually(page::close).eventually(usage::close).eventually(reports::close);
  }
}
