package dev.blazon.bench.load;

/**
 * The counts of one second of a load. A request counts in the second in which it was due.
 *
 * @param sent requests that were due
 * @param right right responses
 * @param failed wrong responses, and requests without one
 * @param slowestMillis the longest latency of a right response, in milliseconds
 */
public record Second(int sent, int right, int failed, double slowestMillis) {

  static final Second EMPTY = new Second(0, 0, 0, 0);

  Second plusSent() {
    return new Second(sent + 1, right, failed, slowestMillis);
  }

  Second plusRight(double millis) {
    return new Second(sent, right + 1, failed, Math.max(slowestMillis, millis));
  }

  Second plusFailed() {
    return new Second(sent, right, failed + 1, slowestMillis);
  }
}
