package dev.blazon.bench.load;

/**
 * One second of a load. What happened to a request is told in the second in which it was meant to
 * be asked.
 *
 * @param asked requests
 * @param right answered as wanted
 * @param failed wrong answers, and those without one
 * @param slowestMillis of the right ones
 */
public record Second(int asked, int right, int failed, double slowestMillis) {

  static final Second EMPTY = new Second(0, 0, 0, 0);

  Second plusAsked() {
    return new Second(asked + 1, right, failed, slowestMillis);
  }

  Second plusRight(double millis) {
    return new Second(asked, right + 1, failed, Math.max(slowestMillis, millis));
  }

  Second plusFailed() {
    return new Second(asked, right, failed + 1, slowestMillis);
  }
}
