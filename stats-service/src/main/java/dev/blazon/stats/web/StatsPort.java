package dev.blazon.stats.web;

import dev.blazon.count.wire.StatsExchange;
import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import dev.blazon.service.Settings;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.HttpFace;
import dev.blazon.service.http.HttpLimits;
import dev.blazon.service.http.HttpMemory;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.usage.wire.UsageExchange;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;

/** The HTTP port of the stats service. Thread-safe. */
public final class StatsPort {

  /** Twice the longest URL, so that a request with a longer one is answered and not reset. */
  private static final int LONGEST_REQUEST_LINE = 2 * StatsExchange.LONGEST_URL;

  private static final int LONGEST_HEADERS = 8 * 1024;

  /** Only reports have a body; after a longer one than this, the connection is closed. */
  private static final int LONGEST_BODY = UsageExchange.LONGEST_BODY;

  /** A hundred of the longest reports. */
  private static final long BODY_MEMORY = 100L * LONGEST_BODY;

  private final HttpFace face;
  private final AnswerWriter writer;

  private StatsPort(HttpFace face, AnswerWriter writer) {
    this.face = face;
    this.writer = writer;
  }

  /**
   * The settings of the port.
   *
   * @param connections the maximum number of open connections
   * @param memory what their requests and answers may take
   */
  public record Web(Address address, int connections, HttpMemory memory) {

    public static Web read(Settings settings) {
      return new Web(
          Address.ofService(settings), HttpLimits.connections(settings), HttpMemory.read(settings));
    }
  }

  /**
   * Opens the port.
   *
   * @param usage empty: nothing about usage is answered
   * @return fails with {@link dev.blazon.service.http.CannotListenException}
   */
  public static Future<StatsPort> open(
      Vertx vertx,
      MeterRegistry metrics,
      Readiness readiness,
      Web web,
      Answering service,
      Optional<UsageAnswering> usage) {
    AnswerWriter writer = new AnswerWriter(vertx, metrics);
    StatsEndpoint endpoint =
        new StatsEndpoint(
            service,
            usage.map(
                reports ->
                    new UsageEndpoint(reports, RequestBodies.of(vertx, BODY_MEMORY, metrics))),
            writer,
            new EndpointMetrics(metrics),
            new Health(readiness));
    HttpLimits limits =
        new HttpLimits(
            web.connections(), LONGEST_REQUEST_LINE, LONGEST_HEADERS, LONGEST_BODY, web.memory());
    return HttpFace.open(
            vertx,
            HttpFace.Port.ofService(web.address(), limits),
            readiness,
            metrics,
            () -> endpoint)
        .map(face -> new StatsPort(face, writer))
        .onFailure(e -> writer.close());
  }

  /** The TCP port, as the system chose it if the settings say 0. */
  public int port() {
    return face.port();
  }

  /** Accepts no new connections, and completes when the answers under way are sent. */
  public Future<Void> close() {
    return face.close().eventually(writer::close);
  }
}
