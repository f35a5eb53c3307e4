package dev.blazon.upstream;

import java.time.Duration;

/**
 * How long to wait for an upstream, and how much to take from it.
 *
 * @param deadline until an answer begins, and the longest pause within it
 * @param transfer until an answer is whole
 * @param inFlight how many requests at once, at most
 * @param waiting how many more may wait for their turn
 * @param maxBytes the longest document that is accepted, unpacked
 */
public record UpstreamLimits(
    Duration deadline, Duration transfer, int inFlight, int waiting, long maxBytes) {

  public UpstreamLimits withMaxBytes(long other) {
    return new UpstreamLimits(deadline, transfer, inFlight, waiting, other);
  }
}
