package dev.blazon.service.http;

import dev.blazon.service.ByteBudget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The connections of one event loop whose clients have not taken all that was written, bounded in
 * time, and with those of all event loops in memory. What the kernel has taken does not count. When
 * the memory is used up, the connection that has waited the longest is closed. Not thread-safe.
 */
final class UnreadAnswers {

  /** How long a client may take nothing. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** How long a client may take at all; the longest page is then read at 10 KB a second. */
  private static final Duration IN_ALL = Duration.ofSeconds(60);

  private final ByteBudget budget;
  private final long pause;
  private final long inAll;

  /** The oldest first. */
  private final Set<AnswerWatch> unread = new LinkedHashSet<>();

  /**
   * Creates the answers of one event loop.
   *
   * @param budget shared by all event loops of the port
   */
  UnreadAnswers(ByteBudget budget) {
    this(budget, PAUSE, IN_ALL);
  }

  UnreadAnswers(ByteBudget budget, Duration pause, Duration inAll) {
    this.budget = budget;
    this.pause = pause.toNanos();
    this.inAll = inAll.toNanos();
  }

  /**
   * Brings the budget up to date with what one connection has not sent yet.
   *
   * @param before the bytes that it had when this was last called
   * @param now the bytes that it has now
   * @return false: there is no room, and the connection must be closed
   */
  boolean update(AnswerWatch connection, long before, long now) {
    if (now <= before) {
      budget.release(before - now);
    } else {
      while (!budget.tryTake(now - before)) {
        AnswerWatch oldest = unread.isEmpty() ? connection : unread.iterator().next();
        if (oldest == connection) {
          return false;
        }
        oldest.abort();
      }
    }
    if (now == 0) {
      unread.remove(connection);
    } else if (before == 0) {
      unread.add(connection);
    }
    return true;
  }

  /** Closes the connections whose clients do not read. */
  void closeLate() {
    long now = System.nanoTime();
    // A copy, because connections that have sent everything leave.
    List<AnswerWatch> all = new ArrayList<>(unread);
    for (AnswerWatch connection : all) {
      connection.closeIfLate(now, pause, inAll);
    }
  }
}
