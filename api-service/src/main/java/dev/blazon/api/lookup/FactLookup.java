package dev.blazon.api.lookup;

import dev.blazon.api.lookup.store.CachedFact;
import dev.blazon.api.lookup.store.CachedFactCodec;
import dev.blazon.api.lookup.store.FactStore;
import dev.blazon.api.lookup.store.LookupMetrics;
import dev.blazon.api.lookup.store.LookupMetrics.Result;
import dev.blazon.api.lookup.store.LookupMetrics.Tier;
import dev.blazon.service.Contexts;
import dev.blazon.service.log.Logging;
import dev.blazon.upstream.Fetched;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind of facts through the caches in order: memory, then the shared store, then the upstream.
 * However many ask for the same thing at once, one flight fetches it. Stale facts are given at once
 * and fetched again behind the reader's back. Thread-safe; its futures never fail, and come back on
 * the event loop of whoever asked.
 *
 * @param <T> the facts
 */
final class FactLookup<T> {

  private static final Logger CANNOT_HAPPEN = LoggerFactory.getLogger(Logging.CANNOT_HAPPEN);

  /** Asks the upstream. */
  interface Source<T> {
    Future<Fetched<T>> fetch(Optional<String> etag);
  }

  private final Vertx vertx;
  private final Freshness<T> freshness;
  private final FactMemory<T> memory;
  private final FactStore store;
  private final CachedFactCodec<T> codec;
  private final LookupMetrics metrics;
  private final ConcurrentMap<String, Promise<Answer<T>>> flights = new ConcurrentHashMap<>();

  FactLookup(
      Vertx vertx,
      Freshness<T> freshness,
      FactMemory<T> memory,
      FactStore store,
      CachedFactCodec<T> codec,
      LookupMetrics metrics) {
    this.vertx = vertx;
    this.freshness = freshness;
    this.memory = memory;
    this.store = store;
    this.codec = codec;
    this.metrics = metrics;
  }

  /**
   * The facts, as fresh as can be had in time.
   *
   * @param key what the facts are kept by; the same key must mean the same source
   */
  Future<Answer<T>> get(String key, Source<T> source) {
    Instant now = freshness.now();
    Optional<CachedFact<T>> kept = usable(key, now);
    if (kept.isPresent()) {
      metrics.count(Tier.MEMORY, result(kept, now));
      if (!now.isBefore(kept.get().askAt())) {
        flight(key, source, kept);
      }
      return Future.succeededFuture(kept.get().answer(now));
    }
    metrics.count(Tier.MEMORY, Result.MISS);
    return memory
        .failure(key)
        .map(Future::succeededFuture)
        .orElseGet(() -> Contexts.callersContext(flight(key, source, Optional.empty())));
  }

  private Optional<CachedFact<T>> usable(String key, Instant now) {
    return memory.facts(key).filter(known -> freshness.isUsable(known, now));
  }

  /** The flight for this key: the one under way, or a new one. */
  private Future<Answer<T>> flight(String key, Source<T> source, Optional<CachedFact<T>> known) {
    Promise<Answer<T>> begun = Promise.promise();
    Promise<Answer<T>> underWay = flights.putIfAbsent(key, begun);
    if (underWay != null) {
      return underWay.future();
    }
    // The reader's patience ends here; the flight may go on, for the next reader.
    long timer =
        vertx.setTimer(
            freshness.deadline().toMillis(),
            late -> begun.tryComplete(new Answer.Failed<>(Answer.Reason.SLOW)));
    // Since the caller looked, another flight may have landed.
    Optional<CachedFact<T>> remembered = known.or(() -> usable(key, freshness.now()));
    Future.succeededFuture(remembered)
        .compose(have -> have.isPresent() ? Future.succeededFuture(have) : fromStore(key))
        .compose(
            kept -> {
              Instant now = freshness.now();
              kept.ifPresent(stored -> begun.tryComplete(stored.answer(now)));
              return kept.isPresent() && now.isBefore(kept.get().askAt())
                  ? Future.succeededFuture(kept.get().answer(now))
                  : source.fetch(kept.flatMap(CachedFact::etag)).map(f -> land(key, f, kept));
            })
        .onComplete(
            landed -> {
              vertx.cancelTimer(timer);
              flights.remove(key, begun);
              begun.tryComplete(landed.succeeded() ? landed.result() : unexpected(landed.cause()));
            });
    return begun.future();
  }

  private Future<Optional<CachedFact<T>>> fromStore(String key) {
    return Contexts.callersContext(store.get(key))
        .map(
            bytes -> {
              Instant now = freshness.now();
              Optional<CachedFact<T>> kept =
                  bytes.flatMap(codec::decode).filter(stored -> freshness.isUsable(stored, now));
              store.tier().ifPresent(tier -> metrics.count(tier, result(kept, now)));
              kept.ifPresent(stored -> memory.keep(key, stored));
              return kept;
            });
  }

  /** Keeps what the upstream said, and makes it the answer. */
  private Answer<T> land(String key, Fetched<T> fetched, Optional<CachedFact<T>> known) {
    Instant now = freshness.now();
    if (fetched instanceof Fetched.Document<T> document) {
      return keep(key, freshness.found(document.value(), document.etag(), now), now);
    }
    if (fetched instanceof Fetched.NotModified<T> && known.isPresent()) {
      return keep(key, freshness.confirmed(known.get(), now), now);
    }
    if (fetched instanceof Fetched.Missing<T>) {
      return keep(key, freshness.missing(now), now);
    }
    if (known.isPresent()) {
      memory.keep(key, known.get().askedAgainAt(now.plus(Freshness.FAILED)));
      return known.get().answer(now);
    }
    Answer<T> failure = new Answer.Failed<>(reason(fetched));
    memory.keepFailure(key, failure);
    return failure;
  }

  private Answer<T> keep(String key, CachedFact<T> kept, Instant now) {
    memory.keep(key, kept);
    store.put(key, codec.encode(kept), freshness.keptFor(kept));
    return kept.answer(now);
  }

  private static Answer.Reason reason(Fetched<?> fetched) {
    if (!(fetched instanceof Fetched.Failed<?> failed)) {
      return Answer.Reason.INVALID; // A redirect away, or a 304 that nobody asked for.
    }
    return switch (failed.trouble()) {
      case UNREACHABLE -> Answer.Reason.UNREACHABLE;
      case SLOW, BUSY -> Answer.Reason.SLOW;
      case INVALID -> Answer.Reason.INVALID;
      case RATE_LIMITED -> Answer.Reason.RATE_LIMITED;
      case NOT_CONFIGURED -> Answer.Reason.NOT_CONFIGURED;
      case FORBIDDEN -> Answer.Reason.FORBIDDEN;
    };
  }

  private static <T> Answer<T> unexpected(Throwable cause) {
    CANNOT_HAPPEN.error("a look-up failed", cause);
    return new Answer.Failed<>(Answer.Reason.UNREACHABLE);
  }

  private Result result(Optional<CachedFact<T>> kept, Instant now) {
    return kept.map(known -> known.isFresh(now) ? Result.HIT : Result.STALE).orElse(Result.MISS);
  }
}
