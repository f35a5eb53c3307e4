package dev.blazon.upstream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A rate limit for requests to an upstream: at most so many requests in <em>any</em> period of a
 * given length. Each token returns one period after it was spent; a bucket that is refilled
 * steadily would allow nearly twice the limit in its first period. Thread-safe.
 */
public final class RateLimit {

  private final Clock clock;
  private final List<Bucket> buckets = new ArrayList<>();

  public RateLimit(Clock clock) {
    this.clock = clock;
  }

  /** Adds a limit of so many requests in any period of length {@code stretch}. */
  public synchronized RateLimit and(int requests, Duration stretch) {
    buckets.add(new Bucket(requests, stretch, new ArrayDeque<>(requests)));
    return this;
  }

  /**
   * Takes a token from each bucket, if necessary one that has not returned yet.
   *
   * @return how long to wait before sending; empty if that is longer than {@code patience}: then no
   *     token is taken
   */
  public synchronized Optional<Duration> reserve(Duration patience) {
    Instant now = clock.instant();
    Instant turn = now;
    for (Bucket bucket : buckets) {
      Instant next = bucket.next();
      turn = next.isAfter(turn) ? next : turn;
    }
    Duration wait = Duration.between(now, turn);
    if (wait.compareTo(patience) > 0) {
      return Optional.empty();
    }
    for (Bucket bucket : buckets) {
      bucket.spend(turn);
    }
    return Optional.of(wait);
  }

  private record Bucket(int requests, Duration stretch, Deque<Instant> spent) {

    Instant next() {
      return spent.size() < requests ? Instant.MIN : spent.getFirst().plus(stretch);
    }

    void spend(Instant turn) {
      if (spent.size() == requests) {
        spent.removeFirst();
      }
      spent.addLast(turn);
    }
  }
}
