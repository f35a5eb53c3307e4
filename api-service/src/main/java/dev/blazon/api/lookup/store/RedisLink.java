package dev.blazon.api.lookup.store;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to Redis. It is reopened whenever it is lost, and closed when too many replies in
 * a row are late. An outage is logged once when it begins, and once when a reply comes in time
 * again. The connection lives on one event loop; the methods may be called from any thread unless
 * they say otherwise.
 */
final class RedisLink {

  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

  /**
   * One late reply may be our own pause for garbage collection; this many in a row mean that Redis
   * is slow.
   */
  private static final int LATE_REPLIES_TO_DISCONNECT = 5;

  /** A frozen server accepts connections but never replies. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  /** With jitter at most three seconds: the longest time until a Redis that is back is noticed. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** A connection that lasted less does not shorten the pause before the next one. */
  private static final Duration STABLE = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final RedisAddress address;
  private final Counter refused;
  private final Context context;
  private final Promise<Void> firstConnected = Promise.promise();
  private volatile Optional<RedisConnection> connection = Optional.empty();
  private Optional<Redis> client = Optional.empty();
  private Duration pause = FIRST_PAUSE;
  private int lateInARow;
  private long connectedAt;

  /** Why the newest connection was closed, if it was because of what the server sent. */
  private Optional<String> refusal = Optional.empty();

  private boolean outageLogged;
  private boolean closed;

  /**
   * Begins to connect.
   *
   * @param refused counts the connections that were closed because of what the server sent
   */
  RedisLink(Vertx vertx, RedisAddress address, Counter refused) {
    this.vertx = vertx;
    this.address = address;
    this.refused = refused;
    this.context = vertx.getOrCreateContext();
    context.runOnContext(begin -> connect());
  }

  /** Whether there is a connection. */
  boolean isUp() {
    return connection.isPresent();
  }

  /**
   * Uses the connection on its event loop.
   *
   * @param use what to do with the connection
   * @param without what to do instead when there is none
   */
  void use(Consumer<RedisConnection> use, Runnable without) {
    context.runOnContext(now -> connection.ifPresentOrElse(use, without));
  }

  /** Reports a reply in time. Call it on the link's event loop. */
  void inTime() {
    lateInARow = 0;
    if (outageLogged) {
      LOG.info("Redis is back");
      outageLogged = false;
    }
  }

  /** Reports a late reply. Call it on the link's event loop. */
  void late(RedisConnection open) {
    if (++lateInARow >= LATE_REPLIES_TO_DISCONNECT) {
      lost(open, "too slow");
    }
  }

  /**
   * Reports a failed command. An error reply, such as "out of memory", leaves the connection open.
   */
  void failed(RedisConnection open, Throwable error) {
    if (!(error instanceof Response)) {
      context.runOnContext(next -> lost(open, error.toString()));
    }
  }

  /** Waits for the first connection; completed when there is one or the timeout has passed. */
  Future<Void> reachable(Duration timeout) {
    return firstConnected
        .future()
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty();
  }

  /** Closes the connection for good. */
  Future<Void> close() {
    Promise<Void> promise = Promise.promise();
    context.runOnContext(
        now -> {
          closed = true;
          disconnect();
          promise.complete();
        });
    return promise.future();
  }

  private void connect() {
    if (closed) {
      return;
    }
    refusal = Optional.empty();
    Redis candidate = Redis.createClient(new GuardedVertx(vertx, this::refused), address.options());
    client = Optional.of(candidate);
    candidate
        .connect()
        .timeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(
            open -> {
              if (closed) {
                open.close();
                return;
              }
              connected(open);
            },
            error -> {
              candidate.close();
              connectLater(error.toString());
            });
  }

  private void connected(RedisConnection open) {
    // The client calls these handlers in the middle of its own work, so closing it must wait.
    open.exceptionHandler(error -> context.runOnContext(next -> lost(open, error.toString())));
    open.endHandler(end -> context.runOnContext(next -> lost(open, "it closed the connection")));
    connectedAt = System.nanoTime();
    lateInARow = 0;
    connection = Optional.of(open);
    firstConnected.tryComplete();
  }

  /** The guard closes a connection; that it has ended is reported afterwards. */
  private void refused(String why) {
    refused.increment();
    context.runOnContext(next -> refusal = Optional.of("it sent " + why));
  }

  private void lost(RedisConnection open, String why) {
    if (connection.isPresent() && connection.get() == open) {
      disconnect();
      if (System.nanoTime() - connectedAt > STABLE.toNanos()) {
        pause = FIRST_PAUSE;
      }
      connectLater(why);
    }
  }

  private void disconnect() {
    connection.ifPresent(RedisConnection::close);
    connection = Optional.empty();
    client.ifPresent(Redis::close);
    client = Optional.empty();
  }

  private void connectLater(String why) {
    if (closed) {
      return;
    }
    if (!outageLogged) {
      LOG.warn("Redis is gone ({}); going on without it", refusal.orElse(why));
      outageLogged = true;
    }
    long jitter = ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1);
    vertx.setTimer(pause.toMillis() + jitter, again -> connect());
    Duration next = pause.multipliedBy(2);
    pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
  }
}
