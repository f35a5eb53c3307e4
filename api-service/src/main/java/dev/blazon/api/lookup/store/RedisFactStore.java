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
import io.vertx.redis.client.ResponseType;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A store in Redis, which all processes share and which survives their restarts. A reply that takes
 * longer than 50 ms counts as a miss. No more of a value is requested than facts can have ({@code
 * GETRANGE}), and a connection on which more comes is closed ({@link RespGuard}). While there is no
 * connection, nothing is requested and nothing encoded. Thread-safe.
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
    Counter refused =
        Counter.builder("blazon.redis.refused")
            .description("Connections that were closed because of what Redis sent")
            .register(registry);
    this.link = new RedisLink(vertx, address, refused);
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
  public Future<StoredValue> get(String key) {
    if (!link.isUp()) {
      return Future.succeededFuture(StoredValue.NOTHING);
    }
    Promise<StoredValue> promise = Promise.promise();
    link.use(open -> get(open, key, promise), () -> promise.complete(StoredValue.NOTHING));
    return promise.future();
  }

  @Override
  public void put(String key, Supplier<Optional<byte[]>> value, Duration timeToLive) {
    if (link.isUp()) {
      link.use(open -> value.get().ifPresent(bytes -> put(open, key, bytes, timeToLive)), () -> {});
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

  private void get(RedisConnection open, String key, Promise<StoredValue> promise) {
    long timer =
        vertx.setTimer(
            REPLY_TIMEOUT.toMillis(),
            expired -> {
              if (promise.tryComplete(StoredValue.NOTHING)) {
                late.increment();
                link.late(open);
              }
            });
    Request range =
        Request.cmd(Command.GETRANGE).arg(PREFIX + key).arg(0).arg(CachedFactCodec.MAX_BYTES);
    open.send(range)
        .onComplete(
            response -> {
              vertx.cancelTimer(timer);
              link.inTime();
              promise.tryComplete(stored(response));
            },
            error -> {
              vertx.cancelTimer(timer);
              promise.tryComplete(stored(error));
              link.failed(open, error);
            });
  }

  /**
   * The value in a reply to {@code GETRANGE}, which is empty for a key that does not exist.
   *
   * @param reply null for Redis's null
   */
  private static StoredValue stored(Response reply) {
    if (reply == null) {
      return StoredValue.NOTHING;
    }
    if (reply.type() != ResponseType.BULK) {
      return new StoredValue.Unusable("a reply of another type");
    }
    byte[] bytes = reply.toBytes();
    return bytes.length == 0 ? StoredValue.NOTHING : new StoredValue.Bytes(bytes);
  }

  private static StoredValue stored(Throwable error) {
    return error instanceof ErrorType reply && reply.is("WRONGTYPE")
        ? new StoredValue.Unusable("a value of another type than a string")
        : StoredValue.NOTHING;
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
