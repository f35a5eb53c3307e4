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
 * Keeps us within an upstream's limits: so many requests in <em>any</em> stretch of time. A bucket
 * whose tokens come back one stretch after they were spent, because one that is refilled drop by
 * drop would allow nearly twice the limit in its first stretch. Thread-safe.
 */
public final class RateLimit {

  private final Clock clock;
  private final List<Bucket> buckets = new ArrayList<>();

  public RateLimit(Clock clock) {
    this.clock = clock;
  }

  /** Adds a limit. */
  public synchronized RateLimit and(int requests, Duration stretch) {
    buckets.add(new Bucket(requests, stretch, new ArrayDeque<>(requests)));
    return this;
  }

  /**
   * Takes a token of each bucket, if necessary one that is yet to come back.
   *
   * @return how long to wait before asking; empty: longer than {@code patience}, and no token was
   *     taken
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
