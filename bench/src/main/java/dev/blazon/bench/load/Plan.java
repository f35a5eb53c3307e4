package dev.blazon.bench.load;

import java.net.URI;
import java.time.Duration;

/**
 * How to ask.
 *
 * @param server its scheme, host and port; {@code http} only
 * @param perSecond requests that start in a second, evenly spread; more than 0
 * @param connections kept open at most; a request that finds none free waits, and its waiting
 *     counts
 * @param patience after which a request without an answer, or without a connection, has failed
 * @param gzip whether compressed answers are asked for, as all browsers and image proxies do
 * @param judge of the answers
 */
public record Plan(
    URI server, double perSecond, int connections, Duration patience, boolean gzip, Judge judge) {

  private static final int CONNECTIONS = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** 64 connections, ten seconds of patience, gzip, any whole picture is right. */
  public static Plan of(URI server, double perSecond) {
    return new Plan(server, perSecond, CONNECTIONS, PATIENCE, true, Judge.ofPictures());
  }

  public Plan withConnections(int most) {
    return new Plan(server, perSecond, most, patience, gzip, judge);
  }

  public Plan withPatience(Duration time) {
    return new Plan(server, perSecond, connections, time, gzip, judge);
  }

  public Plan withGzip(boolean wanted) {
    return new Plan(server, perSecond, connections, patience, wanted, judge);
  }

  public Plan withJudge(Judge other) {
    return new Plan(server, perSecond, connections, patience, gzip, other);
  }
}
