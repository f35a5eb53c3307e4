package dev.blazon.api.lookup.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A store in Redis, which all processes share and which survives their restarts. A reply that takes
 * longer than 50 ms counts as a miss. While there is no connection, nothing is requested and
 * nothing encoded. Thread-safe.
 */
public final class RedisFactStore implements FactStore {

  /** The gauge: 1 while there is a connection. */
  public static final String UP = "blazon.redis.up";

  /** A healthy Redis replies in less than a millisecond, so a longer wait would rarely help. */
  private static final Duration REPLY_TIMEOUT = Duration.ofMillis(50);

  private static final String PREFIX = "blazon:";

  private final Vertx vertx;
  private final RedisLink link;
  private final Counter late;

  /** Begins to connect to Redis. */
  public RedisFactStore(Vertx vertx, RedisAddress address, MeterRegistry registry) {
    this.vertx = vertx;
    this.link = new RedisLink(vertx, address);
    this.late =
        Counter.builder("blazon.redis.late")
            .description("Requests to Redis without a reply in time")
            .register(registry);
    Gauge.builder(UP, link, redis -> redis.isUp() ? 1 : 0)
        .strongReference(true)
        .description("1 while there is a connection to Redis")
        .register(registry);
  }

  @Override
  public Optional<LookupMetrics.Tier> tier() {
    return Optional.of(LookupMetrics.Tier.REDIS);
  }

  @Override
  public Future<Optional<byte[]>> get(String key) {
    if (!link.isUp()) {
      return Future.succeededFuture(Optional.empty());
    }
    Promise<Optional<byte[]>> promise = Promise.promise();
    link.use(open -> get(open, key, promise), () -> promise.complete(Optional.empty()));
    return promise.future();
  }

  @Override
  public void put(String key, Supplier<byte[]> value, Duration timeToLive) {
    if (link.isUp()) {
      link.use(open -> put(open, key, value.get(), timeToLive), () -> {});
    }
  }

  private void put(RedisConnection open, String key, byte[] value, Duration timeToLive) {
    Request set =
        Request.cmd(Command.SET)
            .arg(PREFIX + key)
            .arg(Buffer.buffer(value))
            .arg("PX")
            .arg(timeToLive.toMillis());
    open.send(set).onFailure(error -> link.failed(open, error));
  }

  private void get(RedisConnection open, String key, Promise<Optional<byte[]>> promise) {
    long timer =
        vertx.setTimer(
            REPLY_TIMEOUT.toMillis(),
            expired -> {
              if (promise.tryComplete(Optional.empty())) {
                late.increment();
                link.late(open);
              }
            });
    open.send(Request.cmd(Command.GET).arg(PREFIX + key))
        .onComplete(
            response -> {
              vertx.cancelTimer(timer);
              link.inTime();
              promise.tryComplete(Optional.ofNullable(response).map(Response::toBytes));
            },
            error -> {
              vertx.cancelTimer(timer);
              promise.tryComplete(Optional.empty());
              link.failed(open, error);
            });
  }

  @Override
  public Future<Void> reachable(Duration timeout) {
    return link.reachable(timeout);
  }

  @Override
  public Future<Void> close() {
    return link.close();
  }
}
