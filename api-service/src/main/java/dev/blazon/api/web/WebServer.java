package dev.blazon.api.web;

import dev.blazon.api.catalog.ApiDocuments;
import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.imaging.Imaging;
import dev.blazon.api.imaging.LogoNames;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.page.Page;
import dev.blazon.api.rendered.RenderedAnswers;
import dev.blazon.api.rendered.Renderer;
import dev.blazon.api.rendered.WebMetrics;
import dev.blazon.api.resolve.BadgeResolver;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.ConnectionLimit;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The HTTP face of the API: one server for each core, behind one port. Thread-safe. */
public final class WebServer {

  /** How often the status page counts what happened. */
  private static final Duration STATUS_PERIOD = Duration.ofMinutes(1);

  private static final RequestTarget FIRST_SVG =
      new RequestTarget("", "/badge/blazon-warm-brightgreen.svg");
  private static final RequestTarget FIRST_PNG =
      new RequestTarget("", "/badge/blazon-warm-brightgreen.png");

  private final Vertx vertx;
  private final int port;
  private final String deployment;
  private final BadgeAnswers answers;

  private WebServer(Vertx vertx, BadgeAnswers answers, int port, String deployment) {
    this.vertx = vertx;
    this.answers = answers;
    this.port = port;
    this.deployment = deployment;
  }

  /** The rooms that a request goes through. */
  public record Rooms(ShieldCatalog catalog, Dialects dialects, Lookups lookups, Imaging imaging) {}

  /** Starts serving. */
  public static Future<WebServer> start(
      Vertx vertx,
      MeterRegistry registry,
      WebConfig config,
      Rooms rooms,
      Readiness readiness,
      Clock clock) {
    WebMetrics metrics = new WebMetrics(registry);
    RenderedAnswers rendered = new RenderedAnswers(config.renderedBytes(), config.renderedFresh());
    ApiDocuments documents = new ApiDocuments(rooms.catalog(), rooms.dialects());
    BadgeAnswers answers =
        new BadgeAnswers(
            new Documents(documents, metrics, clock),
            rooms.dialects(),
            new BadgeResolver(rooms.lookups()),
            rooms.imaging(),
            new Renderer(metrics, clock),
            rendered,
            new Deadlines(config.deadline()));
    Page page =
        new Page(
            new Page.Sources(
                rooms.catalog(),
                rooms.lookups(),
                () -> vertx.executeBlocking(LogoNames::all),
                documents.openApi(Documents.version()),
                registry),
            config.publicUrl(),
            clock);
    vertx.setPeriodic(STATUS_PERIOD.toMillis(), id -> page.count());
    ConnectionLimit connections =
        ConnectionLimit.of(config.connections(), ConnectionLimit.openFiles(), registry);
    return listen(
        vertx,
        config.address(),
        new WebParts(rendered, page, answers, metrics, connections, readiness, clock));
  }

  private static Future<WebServer> listen(Vertx vertx, Address address, WebParts parts) {
    Address shared = address.port() == 0 ? anyFreePort(address) : address;
    int cores = Runtime.getRuntime().availableProcessors();
    Queue<BadgeServer> servers = new ConcurrentLinkedQueue<>();
    return vertx
        .deployVerticle(
            () -> {
              BadgeServer server = new BadgeServer(shared, parts);
              servers.add(server);
              return server;
            },
            new DeploymentOptions().setInstances(cores))
        .map(id -> new WebServer(vertx, parts.answers(), servers.element().port(), id));
  }

  /** What Vert.x takes for one free port that all servers share; 0 would give each its own. */
  private static Address anyFreePort(Address address) {
    return new Address(address.variable(), address.host(), -1);
  }

  /** The TCP port. */
  public int port() {
    return port;
  }

  /**
   * Answers for itself what needs no upstream, the whole way: the first answers load code and
   * fonts, which takes some hundred milliseconds.
   */
  public Future<Void> warmUp() {
    RequestId own = new RequestId("warm-up");
    return answers.answer(FIRST_SVG, own).compose(svg -> answers.answer(FIRST_PNG, own)).mapEmpty();
  }

  /** Takes no new requests, and answers the running ones. */
  public Future<Void> stop() {
    return vertx.undeploy(deployment);
  }
}
