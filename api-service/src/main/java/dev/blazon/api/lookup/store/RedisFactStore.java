package dev.blazon.api.lookup.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Facts in Redis, shared by all processes and kept over restarts. Speaks over one pipelined
 * connection, which lives on one event loop. A slow Redis is passed by; one that is gone, or slow
 * again and again, is not asked until it has been reached anew behind everyone's back.
 */
public final class RedisFactStore implements FactStore {

  private static final Logger LOG = LoggerFactory.getLogger(RedisFactStore.class);

  /** A healthy Redis answers in less than one; waiting longer would not be worth it. */
  private static final Duration PATIENCE = Duration.ofMillis(50);

  /** A single late answer may be a pause of ours; so many in a row are not. */
  private static final int LATE_TO_LEAVE = 5;

  /** A frozen server accepts connections and then says nothing. */
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  /** With its jitter three: what Redis is missed for after it came back. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private static final String PREFIX = "blazon:";

  private final Vertx vertx;
  private final RedisAddress address;
  private final Context context;
  private final Counter late;
  private final Promise<Void> firstReached = Promise.promise();
  private volatile Optional<RedisConnection> connection = Optional.empty();
  private Optional<Redis> client = Optional.empty();
  private Duration pause = FIRST_PAUSE;
  private int lateInARow;
  private boolean outageTold;
  private boolean closed;

  public RedisFactStore(Vertx vertx, RedisAddress address, MeterRegistry registry) {
    this.vertx = vertx;
    this.address = address;
    this.context = vertx.getOrCreateContext();
    this.late =
        Counter.builder("blazon.redis.late")
            .description("Questions to Redis that were not answered in time")
            .register(registry);
    Gauge.builder("blazon.redis.up", this, store -> store.isUp() ? 1 : 0)
        .description("1 while there is a connection to Redis")
        .register(registry);
    context.runOnContext(begin -> connect());
  }

  /** Whether there is a connection. */
  boolean isUp() {
    return connection.isPresent();
  }

  @Override
  public Optional<LookupMetrics.Tier> tier() {
    return Optional.of(LookupMetrics.Tier.REDIS);
  }

  @Override
  public Future<Optional<byte[]>> get(String key) {
    if (!isUp()) {
      return Future.succeededFuture(Optional.empty());
    }
    Promise<Optional<byte[]>> promise = Promise.promise();
    context.runOnContext(
        now ->
            connection.ifPresentOrElse(
                open -> get(open, key, promise), () -> promise.complete(Optional.empty())));
    return promise.future();
  }

  @Override
  public void put(String key, byte[] value, Duration kept) {
    Request set =
        Request.cmd(Command.SET)
            .arg(PREFIX + key)
            .arg(Buffer.buffer(value))
            .arg("PX")
            .arg(kept.toMillis());
    context.runOnContext(
        now -> connection.ifPresent(open -> open.send(set).onFailure(e -> refused(open, e))));
  }

  @Override
  public Future<Void> reachable(Duration patience) {
    return firstReached
        .future()
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty();
  }

  @Override
  public Future<Void> close() {
    Promise<Void> promise = Promise.promise();
    context.runOnContext(
        now -> {
          closed = true;
          disconnect();
          promise.complete();
        });
    return promise.future();
  }

  private void get(RedisConnection open, String key, Promise<Optional<byte[]>> promise) {
    long timer =
        vertx.setTimer(
            PATIENCE.toMillis(),
            expired -> {
              if (promise.tryComplete(Optional.empty())) {
                late.increment();
                if (++lateInARow >= LATE_TO_LEAVE) {
                  lost(open, "too slow");
                }
              }
            });
    open.send(Request.cmd(Command.GET).arg(PREFIX + key))
        .onComplete(
            response -> {
              vertx.cancelTimer(timer);
              lateInARow = 0;
              promise.tryComplete(Optional.ofNullable(response).map(Response::toBytes));
            },
            error -> {
              vertx.cancelTimer(timer);
              promise.tryComplete(Optional.empty());
              refused(open, error);
            });
  }

  private void connect() {
    if (closed) {
      return;
    }
    Redis candidate = Redis.createClient(vertx, address.options());
    client = Optional.of(candidate);
    candidate
        .connect()
        .timeout(CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
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
              gone(error.toString());
            });
  }

  private void connected(RedisConnection open) {
    // Told from within the client, which must first finish what it is doing.
    open.exceptionHandler(error -> context.runOnContext(next -> lost(open, error.toString())));
    open.endHandler(end -> context.runOnContext(next -> lost(open, "it hung up")));
    pause = FIRST_PAUSE;
    lateInARow = 0;
    if (outageTold) {
      LOG.info("Redis is back");
      outageTold = false;
    }
    connection = Optional.of(open);
    firstReached.tryComplete();
  }

  /** An error answer, such as "out of memory" or "loading", leaves the connection as it is. */
  private void refused(RedisConnection open, Throwable error) {
    if (!(error instanceof Response)) {
      context.runOnContext(next -> lost(open, error.toString()));
    }
  }

  private void lost(RedisConnection open, String why) {
    if (connection.isPresent() && connection.get() == open) {
      disconnect();
      gone(why);
    }
  }

  private void disconnect() {
    connection.ifPresent(RedisConnection::close);
    connection = Optional.empty();
    client.ifPresent(Redis::close);
    client = Optional.empty();
  }

  /** Tells the operator once an outage, and tries again later, ever more seldom. */
  private void gone(String why) {
    if (closed) {
      return;
    }
    if (!outageTold) {
      LOG.warn("Redis is gone ({}); going on without it", why);
      outageTold = true;
    }
    long jitter = ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1);
    vertx.setTimer(pause.toMillis() + jitter, again -> connect());
    Duration next = pause.multipliedBy(2);
    pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
  }
}
