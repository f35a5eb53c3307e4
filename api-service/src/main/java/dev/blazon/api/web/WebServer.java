package dev.blazon.api.web;

import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.imaging.ImagingDoor;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.service.Address;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The HTTP face of the API: one server for each core, behind one port. Thread-safe. */
public final class WebServer {

  private final Vertx vertx;
  private final int port;
  private final List<String> deployments;

  private WebServer(Vertx vertx, int port, List<String> deployments) {
    this.vertx = vertx;
    this.port = port;
    this.deployments = deployments;
  }

  /** The rooms that a request goes through. */
  public record Rooms(Dialects dialects, Lookups lookups, ImagingDoor imaging) {}

  /** Starts serving. */
  public static Future<WebServer> start(
      Vertx vertx, MeterRegistry registry, WebConfig config, Rooms rooms, Clock clock) {
    WebMetrics metrics = new WebMetrics(registry);
    RenderedAnswers rendered = new RenderedAnswers(config.renderedBytes(), config.renderedFresh());
    BadgeAnswers answers =
        new BadgeAnswers(
            new Pages(metrics, clock),
            rooms.dialects(),
            new Teller(rooms.lookups()),
            rooms.imaging(),
            new Renderer(metrics, clock),
            rendered,
            Deadlines.of(config.deadline()));
    return listen(vertx, config.address(), new WebParts(rendered, answers, metrics, clock));
  }

  /** The first server finds the port, which the system may choose; the others share it. */
  private static Future<WebServer> listen(Vertx vertx, Address address, WebParts parts) {
    BadgeServer first = new BadgeServer(address, parts);
    return vertx
        .deployVerticle(first)
        .compose(
            id -> {
              Address same = new Address(address.variable(), address.host(), first.port());
              int others = Runtime.getRuntime().availableProcessors() - 1;
              Future<List<String>> deployed =
                  others == 0
                      ? Future.succeededFuture(List.of(id))
                      : vertx
                          .deployVerticle(
                              () -> new BadgeServer(same, parts),
                              new DeploymentOptions().setInstances(others))
                          .map(otherId -> List.of(id, otherId));
              return deployed.map(ids -> new WebServer(vertx, first.port(), ids));
            });
  }

  /** The TCP port. */
  public int port() {
    return port;
  }

  /** Takes no new requests, and answers the running ones. */
  public Future<Void> stop() {
    List<Future<Void>> stopping = new ArrayList<>();
    deployments.forEach(id -> stopping.add(vertx.undeploy(id)));
    return Future.join(stopping).mapEmpty();
  }
}
