package dev.blazon.api.stack;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Carries out one attack on a port, round after round on a thread of its own, until closed. */
final class Attacker implements AutoCloseable {

  private static final long STEP_MILLIS = 100;

  /** What is written at once, so that a server which reads slowly does not stop the others. */
  private static final int PIECE = 64 * 1024;

  /** The steps of a round, unless all connections are closed before. */
  private static final int STEPS = 150;

  /** The steps after which a client that reads its answers closes its connections. */
  private static final int READING_STEPS = 5;

  private final Attack attack;
  private final int port;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final AtomicInteger rounds = new AtomicInteger();
  private final AtomicInteger steps = new AtomicInteger();
  private final Thread thread;

  private Attacker(Attack attack, int port) {
    this.attack = attack;
    this.port = port;
    this.thread = new Thread(this::attack, "attacker-" + attack);
    thread.setDaemon(true);
    thread.start();
  }

  static Attacker start(Attack attack, int port) {
    return new Attacker(attack, port);
  }

  /** How many rounds have begun. */
  int rounds() {
    return rounds.get();
  }

  /** How many tenths of a second the connections of all rounds have been open. */
  int steps() {
    return steps.get();
  }

  private void attack() {
    while (!isStopped(0)) {
      rounds.incrementAndGet();
      try (Crowd crowd = Crowd.of(attack.connections(), port)) {
        write(crowd, attack.first());
        if (attack.round() == Attack.Round.RESETS) {
          isStopped(STEP_MILLIS);
          steps.incrementAndGet();
          crowd.reset();
        } else {
          stay(crowd);
        }
      } catch (UncheckedIOException refused) {
        isStopped(STEP_MILLIS); // All ports or all connections are in use: another attack's work.
      }
    }
  }

  private static void write(Crowd crowd, byte[] bytes) {
    for (int at = 0; at < bytes.length; at += PIECE) {
      crowd.write(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE)));
    }
  }

  private void stay(Crowd crowd) {
    int most = attack.round() == Attack.Round.ENDS ? READING_STEPS : STEPS;
    for (int step = 0; step < most && crowd.size() > 0 && !isStopped(STEP_MILLIS); step++) {
      steps.incrementAndGet();
      crowd.write(attack.again());
      if (attack.round() != Attack.Round.STAYS) {
        crowd.look();
      }
    }
  }

  private boolean isStopped(long millis) {
    try {
      return stop.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** Ends the attack and closes its connections. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw new AssertionError(thread.getName() + " does not end");
    }
  }
}
