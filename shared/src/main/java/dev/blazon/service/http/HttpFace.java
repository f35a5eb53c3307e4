package dev.blazon.service.http;

import dev.blazon.service.Address;
import dev.blazon.service.EventLoopDelay;
import dev.blazon.service.Readiness;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One port of a service: HTTP/1.1 servers on several event loops with common limits. Connections
 * are limited in number and in time, bodies in length; malformed requests are answered and end
 * their connection; while the service stops, responses carry {@code Connection: close}. HTTP/2 is
 * off, because none of our clients speaks it without TLS. Thread-safe.
 */
public final class HttpFace {

  /**
   * Longer than Varnish and most load balancers keep an idle connection, so that they close it
   * first.
   */
  private static final int IDLE_SECONDS = 75;

  private static final Duration NEXT_REQUEST_WITHIN = Duration.ofSeconds(IDLE_SECONDS);

  /**
   * A client must send a request within this time of connecting, and each head within this time of
   * its first bytes; a browser that connects in advance simply connects again.
   */
  private static final Duration FIRST_REQUEST_WITHIN = Duration.ofSeconds(10);

  /** How long responses under way may take after a stop: longer than any takes by default. */
  private static final Duration LAST_ANSWERS_WITHIN = Duration.ofSeconds(4);

  /** Servers that listen on the same negative number share one free port in Vert.x. */
  private static final AtomicInteger NEXT_SHARED_PORT = new AtomicInteger(-1);

  private final Vertx vertx;
  private final String deployment;
  private final int port;

  private HttpFace(Vertx vertx, String deployment, int port) {
    this.vertx = vertx;
    this.deployment = deployment;
    this.port = port;
  }

  /**
   * The settings of one port.
   *
   * @param name the name in metrics, such as {@code service}
   * @param address the address to listen on; port 0: any free port
   * @param eventLoops how many servers share the port, each on its own event loop
   * @param limits what the port accepts
   */
  public record Port(String name, Address address, int eventLoops, HttpLimits limits) {

    /** The port of the service itself, on as many event loops as there are processors. */
    public static Port ofService(Address address, HttpLimits limits) {
      return new Port("service", address, Runtime.getRuntime().availableProcessors(), limits);
    }
  }

  /**
   * Opens the port.
   *
   * @param readiness once it is stopping, every response is the last on its connection
   * @param handlers creates the handler of each event loop; called on that loop
   * @return the open port; fails with {@link CannotListenException}
   */
  public static Future<HttpFace> open(
      Vertx vertx,
      Port port,
      Readiness readiness,
      MeterRegistry registry,
      Supplier<Handler<HttpServerRequest>> handlers) {
    ConnectionLimit connections =
        ConnectionLimit.of(
            port.name(), port.limits().connections(), ConnectionLimit.openFiles(), registry);
    Address address = port.address().port() == 0 ? anyFreePort(port.address()) : port.address();
    ConnectionMemory.Budgets budgets =
        ConnectionMemory.Budgets.of(port.name(), port.limits().memory(), registry);
    Queue<EventLoop> loops = new ConcurrentLinkedQueue<>();
    return vertx
        .deployVerticle(
            () -> {
              EventLoop loop =
                  new EventLoop(
                      address, port.limits(), readiness, registry, connections, budgets, handlers);
              loops.add(loop);
              return loop;
            },
            new DeploymentOptions().setInstances(port.eventLoops()))
        .map(id -> new HttpFace(vertx, id, loops.element().server.actualPort()));
  }

  private static Address anyFreePort(Address address) {
    return new Address(address.variable(), address.host(), NEXT_SHARED_PORT.getAndDecrement());
  }

  /** The TCP port, as the system chose it if the settings say 0. */
  public int port() {
    return port;
  }

  /**
   * Accepts no new connections, and completes when the responses under way are sent, after 4 s at
   * most.
   */
  public Future<Void> close() {
    return vertx.undeploy(deployment);
  }

  /** The server of one event loop. */
  private static final class EventLoop extends VerticleBase {

    private final Address address;
    private final HttpLimits limits;
    private final Readiness readiness;
    private final MeterRegistry registry;
    private final ConnectionLimit connectionLimit;
    private final ConnectionMemory.Budgets budgets;
    private final Supplier<Handler<HttpServerRequest>> handlers;
    private HttpServer server;

    EventLoop(
        Address address,
        HttpLimits limits,
        Readiness readiness,
        MeterRegistry registry,
        ConnectionLimit connectionLimit,
        ConnectionMemory.Budgets budgets,
        Supplier<Handler<HttpServerRequest>> handlers) {
      this.address = address;
      this.limits = limits;
      this.readiness = readiness;
      this.registry = registry;
      this.connectionLimit = connectionLimit;
      this.budgets = budgets;
      this.handlers = handlers;
    }

    @Override
    public Future<?> start() {
      EventLoopDelay.watch(vertx, registry);
      HttpServerOptions options =
          new HttpServerOptions()
              .setMaxInitialLineLength(limits.requestLine())
              .setMaxHeaderSize(limits.headers())
              .setIdleTimeout(IDLE_SECONDS)
              .setHandle100ContinueAutomatically(true)
              .setHttp2ClearTextEnabled(false)
              // No port speaks WebSocket, and Netty's handler of its extensions throws, and
              // logs, for each request of a pipeline behind the 128th.
              .setPerFrameWebSocketCompressionSupported(false)
              .setPerMessageWebSocketCompressionSupported(false)
              .setTcpNoDelay(true);
      ClientErrorCount errors = new ClientErrorCount(registry);
      ConnectionMemory memory =
          new ConnectionMemory(options.getHttp1Config(), budgets, FIRST_REQUEST_WITHIN, errors)
              .watchedBy(vertx);
      Connections connections =
          new Connections(connectionLimit, FIRST_REQUEST_WITHIN, NEXT_REQUEST_WITHIN, memory::watch)
              .watchedBy(vertx);
      Handler<HttpServerRequest> answers =
          new ConnectionDraining(
              readiness, new RequestBodyGuard(limits.body(), errors, handlers.get()));
      server =
          vertx
              .createHttpServer(options)
              .connectionHandler(connections)
              .invalidRequestHandler(new MalformedRequests(errors))
              .requestHandler(
                  request -> {
                    connections.onRequest(request);
                    answers.handle(request);
                  });
      return Listening.on(server, address);
    }

    @Override
    public Future<?> stop() {
      return server.shutdown(LAST_ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
