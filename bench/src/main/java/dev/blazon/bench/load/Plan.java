package dev.blazon.bench.load;

import java.net.URI;
import java.time.Duration;

/**
 * The parameters of a load.
 *
 * @param server scheme, host and port of the server; {@code http} only
 * @param perSecond requests started per second, evenly spread; more than 0
 * @param connections the most open connections; a request waits for a free one, and the wait is
 *     part of its latency
 * @param timeout after which a request without a response or a connection has failed
 * @param gzip whether requests accept gzip, as those of all browsers and image proxies do
 * @param judge decides which responses are right
 */
public record Plan(
    URI server, double perSecond, int connections, Duration timeout, boolean gzip, Judge judge) {

  private static final int CONNECTIONS = 64;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A plan with 64 connections, a timeout of ten seconds, gzip, and {@link Judge#ofPictures()}. */
  public static Plan of(URI server, double perSecond) {
    return new Plan(server, perSecond, CONNECTIONS, TIMEOUT, true, Judge.ofPictures());
  }

  public Plan withConnections(int most) {
    return new Plan(server, perSecond, most, timeout, gzip, judge);
  }

  public Plan withTimeout(Duration time) {
    return new Plan(server, perSecond, connections, time, gzip, judge);
  }

  public Plan withGzip(boolean accepted) {
    return new Plan(server, perSecond, connections, timeout, accepted, judge);
  }

  public Plan withJudge(Judge other) {
    return new Plan(server, perSecond, connections, timeout, gzip, other);
  }
}
