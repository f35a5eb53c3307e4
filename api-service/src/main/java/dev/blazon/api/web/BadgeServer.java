package dev.blazon.api.web;

import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.service.Address;
import dev.blazon.service.http.ConnectionDraining;
import dev.blazon.service.http.Connections;
import dev.blazon.service.http.Listening;
import dev.blazon.service.http.MalformedRequests;
import dev.blazon.service.http.RequestBodyGuard;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One event loop's HTTP server; all of them share the port. */
final class BadgeServer extends VerticleBase {

  /** Room for a URL that is too long to be answered with more than that word. */
  private static final int LONGEST_REQUEST_LINE = 2 * RequestTarget.LONGEST_URI;

  private static final int LONGEST_HEADERS = 16 * 1024;

  /** A body is for the page's forms; a longer one than this costs its sender the connection. */
  private static final int LONGEST_BODY = 64 * 1024;

  /** Longer than Varnish and most balancers keep an unused connection, so that they close first. */
  private static final int IDLE_SECONDS = 75;

  private static final Duration NEXT_REQUEST_WITHIN = Duration.ofSeconds(IDLE_SECONDS);

  /** Who connects has something to target; browsers that connect in advance do so again. */
  private static final Duration FIRST_REQUEST_WITHIN = Duration.ofSeconds(10);

  /** Longer than an answer may take by default. */
  private static final Duration GRACE = Duration.ofSeconds(4);

  private final Address address;
  private final WebParts parts;
  private HttpServer server;

  BadgeServer(Address address, WebParts parts) {
    this.address = address;
    this.parts = parts;
  }

  @Override
  public Future<?> start() {
    parts.metrics().watchEventLoop(vertx);
    Connections connections =
        new Connections(parts.connections(), FIRST_REQUEST_WITHIN, NEXT_REQUEST_WITHIN)
            .watchedBy(vertx);
    Handler<HttpServerRequest> answers =
        new ConnectionDraining(
            parts.readiness(), new RequestBodyGuard(LONGEST_BODY, new HttpFront(parts)));
    server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                    .setMaxHeaderSize(LONGEST_HEADERS)
                    .setIdleTimeout(IDLE_SECONDS)
                    .setHttp2ClearTextEnabled(false)
                    .setTcpNoDelay(true))
            .connectionHandler(connections)
            .invalidRequestHandler(new MalformedRequests())
            .requestHandler(
                request -> {
                  connections.asked(request);
                  answers.handle(request);
                });
    return Listening.on(server, address);
  }

  /** The TCP port, known once started. */
  int port() {
    return server.actualPort();
  }

  /** Takes no new connections and answers what is under way. */
  @Override
  public Future<?> stop() {
    return server.shutdown(GRACE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
