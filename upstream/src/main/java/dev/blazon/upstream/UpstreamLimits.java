package dev.blazon.upstream;

import java.time.Duration;

/**
 * The limits of requests to an upstream.
 *
 * @param deadline the longest wait for the beginning of a response, and the longest pause within it
 * @param transfer the longest time from the request to the end of the response
 * @param inFlight the maximum number of concurrent requests
 * @param waiting the maximum number of further requests that wait for a connection
 * @param maxBytes the largest document that is accepted, in bytes after decompression
 */
public record UpstreamLimits(
    Duration deadline, Duration transfer, int inFlight, int waiting, long maxBytes) {

  public UpstreamLimits withMaxBytes(long other) {
    return new UpstreamLimits(deadline, transfer, inFlight, waiting, other);
  }

  /** The same limits, with no time longer than {@code time}, but 1 ms at least. */
  UpstreamLimits within(Duration longest) {
    Duration time = longest.toMillis() < 1 ? Duration.ofMillis(1) : longest;
    return new UpstreamLimits(
        shorter(deadline, time), shorter(transfer, time), inFlight, waiting, maxBytes);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
