package dev.blazon.service.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.blazon.service.Address;
import dev.blazon.service.DaemonThreads;
import dev.blazon.service.Readiness;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.Listening;
import dev.blazon.service.http.SecurityHeaders;
import dev.blazon.service.log.InternalErrors;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The server on the operator's port, which must not be public: {@link Health}, and {@code /metrics}
 * (Prometheus text format 0.0.4). It is the JDK's own server, with its own threads, so that it
 * answers even when every event loop stands still and Netty has no memory left. Thread-safe.
 */
final class AdminServer implements AutoCloseable {

  private static final String PLAIN_TEXT = "text/plain;charset=utf-8";
  private static final String PROMETHEUS_TEXT = "text/plain;version=0.0.4;charset=utf-8";

  /** Enough for an operator, some scrapers and probes. A slow client keeps one busy. */
  private static final int THREADS = 8;

  /** Connections that may wait to be accepted. */
  private static final int BACKLOG = 128;

  /**
   * The bytes of an answer that are written at once. The JDK copies each piece into memory outside
   * of the heap, which may be short, and keeps a small piece for next time.
   */
  private static final int PIECE = 4 * 1024;

  /**
   * The limits of the JDK's server, which reads them from system properties once in a process:
   * connections; bytes of a request's head; seconds until a request is whole and until its answer
   * is sent. An operator's own values win.
   */
  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.httpserver.maxConnections", "256",
          "sun.net.httpserver.maxReqHeaderSize", "12288",
          "sun.net.httpserver.maxReqTime", "5",
          "sun.net.httpserver.maxRspTime", "10",
          "sun.net.httpserver.nodelay", "true");

  private final HttpServer server;
  private final ExecutorService threads;
  private final Health health;
  private final PrometheusMeterRegistry metrics;

  private AdminServer(HttpServer server, Readiness readiness, PrometheusMeterRegistry metrics) {
    this.server = server;
    this.health = new Health(readiness);
    this.metrics = metrics;
    this.threads = Executors.newFixedThreadPool(THREADS, DaemonThreads.named("admin"));
  }

  /**
   * Listens.
   *
   * @throws dev.blazon.service.http.CannotListenException if it cannot
   */
  static AdminServer open(Address address, Readiness readiness, PrometheusMeterRegistry metrics) {
    LIMITS.forEach(AdminServer::setUnlessSet);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(address.host(), address.port()), BACKLOG);
      AdminServer admin = new AdminServer(server, readiness, metrics);
      server.setExecutor(admin.threads);
      server.createContext("/", admin::handle);
      server.start();
      return admin;
    } catch (IOException e) {
      throw Listening.failure(address, e);
    }
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** The TCP port, as the system chose it if the settings say 0. */
  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getPath();
      if (!"GET".equals(method) && !"HEAD".equals(method)) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        answer(exchange, 405, PLAIN_TEXT, "only GET and HEAD\n");
      } else if ("/metrics".equals(path)) {
        answerMetrics(exchange);
      } else {
        Health.Answer answer =
            health.answer(path).orElse(new Health.Answer(404, "/healthz, /readyz, /metrics"));
        answer(exchange, answer.status(), PLAIN_TEXT, answer.line() + "\n");
      }
    }
  }

  private void answerMetrics(HttpExchange exchange) throws IOException {
    String text;
    try {
      text = metrics.scrape(PROMETHEUS_TEXT);
    } catch (RuntimeException e) {
      InternalErrors.log(e, "metrics cannot be read");
      answer(exchange, 500, PLAIN_TEXT, "metrics cannot be read\n");
      return;
    }
    answer(exchange, 200, PROMETHEUS_TEXT, text);
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    SecurityHeaders.ALL.forEach(header -> headers.set(header.getKey(), header.getValue()));
    headers.set("Content-Type", type);
    headers.set("Cache-Control", "no-store");
    if ("HEAD".equals(exchange.getRequestMethod())) {
      headers.set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int written = 0; written < body.length; written += PIECE) {
        out.write(body, written, Math.min(PIECE, body.length - written));
      }
    }
  }

  /** Closes the port and every connection at once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
