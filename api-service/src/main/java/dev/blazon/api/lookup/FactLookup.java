package dev.blazon.api.lookup;

import dev.blazon.api.lookup.store.CachedFact;
import dev.blazon.api.lookup.store.CachedFactCodec;
import dev.blazon.api.lookup.store.FactStore;
import dev.blazon.api.lookup.store.LookupMetrics;
import dev.blazon.api.lookup.store.LookupMetrics.Result;
import dev.blazon.api.lookup.store.LookupMetrics.Tier;
import dev.blazon.service.Contexts;
import dev.blazon.service.Flights;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.upstream.Fetched;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks one kind of facts up in the caches in order: memory, then the shared store, then the
 * upstream. Those who ask for the same thing at once share one flight. Stale facts are answered at
 * once and fetched again afterwards. Thread-safe; its futures never fail, and complete on the event
 * loop of the caller.
 *
 * @param <K> the keys
 * @param <T> the facts
 */
final class FactLookup<K extends FactKey<T>, T> {

  private final Vertx vertx;
  private final FactSource<K, T> source;
  private final Freshness<T> freshness;
  private final FactMemory<T> memory;
  private final FactStore store;
  private final CachedFactCodec<T> codec;
  private final LookupMetrics metrics;
  private final Flights<String, Answer<T>> flights = new Flights<>();

  FactLookup(Vertx vertx, FactKind<K, T> kind, Clock clock, MeterRegistry registry) {
    this.vertx = vertx;
    this.source = kind.source();
    this.freshness = kind.freshness();
    this.memory = new FactMemory<>(kind.memoryBytes(), kind.weight(), clock);
    this.store = kind.store();
    this.codec = new CachedFactCodec<>(kind.codec());
    this.metrics = new LookupMetrics(registry, kind.name(), store.tier());
  }

  /** The facts, as fresh as can be had within the deadline. */
  Future<Answer<T>> find(K key) {
    Optional<Answer<T>> refused = source.refuse(key);
    if (refused.isPresent()) {
      return Future.succeededFuture(refused.get());
    }
    String cacheKey = key.cacheKey();
    Instant now = freshness.now();
    Optional<CachedFact<T>> cached = usable(cacheKey, now);
    if (cached.isPresent()) {
      metrics.count(Tier.MEMORY, result(cached, now));
      if (!now.isBefore(cached.get().askAt())) {
        fetch(key, cacheKey, cached);
      }
      return Future.succeededFuture(answer(cached.get(), now));
    }
    metrics.count(Tier.MEMORY, Result.MISS);
    return memory
        .failure(cacheKey)
        .map(Future::succeededFuture)
        .orElseGet(() -> fetch(key, cacheKey, Optional.empty()));
  }

  private Optional<CachedFact<T>> usable(String cacheKey, Instant now) {
    return memory.facts(cacheKey).filter(known -> freshness.isUsable(known, now));
  }

  /**
   * The answer of the flight for this key, the one under way or a new one. The reader is answered
   * at the deadline at the latest; the flight may go on, for the next reader.
   */
  private Future<Answer<T>> fetch(K key, String cacheKey, Optional<CachedFact<T>> known) {
    return flights.join(
        cacheKey,
        early -> {
          long timer =
              vertx.setTimer(
                  freshness.deadline().toMillis(),
                  late -> early.tryComplete(new Answer.Failed<>(Answer.Reason.SLOW)));
          // Since the caller looked, another flight may have landed.
          Optional<CachedFact<T>> remembered = usable(cacheKey, freshness.now()).or(() -> known);
          Future<Optional<CachedFact<T>>> cached =
              remembered.isPresent() ? Future.succeededFuture(remembered) : fromStore(cacheKey);
          return cached
              .compose(facts -> fetchUnlessFresh(key, cacheKey, facts, early))
              .otherwise(FactLookup::unexpected)
              .onComplete(landed -> vertx.cancelTimer(timer));
        });
  }

  private Future<Answer<T>> fetchUnlessFresh(
      K key, String cacheKey, Optional<CachedFact<T>> cached, Promise<Answer<T>> early) {
    Instant now = freshness.now();
    if (cached.isPresent()) {
      Answer<T> answer = answer(cached.get(), now);
      early.tryComplete(answer);
      if (now.isBefore(cached.get().askAt())) {
        return Future.succeededFuture(answer);
      }
    }
    return source
        .fetch(key, cached.flatMap(CachedFact::etag))
        .map(fetched -> keep(cacheKey, fetched, cached));
  }

  private Future<Optional<CachedFact<T>>> fromStore(String cacheKey) {
    return Contexts.resumeOnCaller(store.get(cacheKey))
        .map(
            bytes -> {
              Instant now = freshness.now();
              Optional<CachedFact<T>> cached =
                  bytes.flatMap(codec::decode).filter(stored -> freshness.isUsable(stored, now));
              store.tier().ifPresent(tier -> metrics.count(tier, result(cached, now)));
              cached.ifPresent(stored -> memory.keep(cacheKey, stored));
              return cached;
            });
  }

  /** Caches what the upstream said, and makes it the answer. */
  private Answer<T> keep(String cacheKey, Fetched<T> fetched, Optional<CachedFact<T>> known) {
    Instant now = freshness.now();
    if (fetched instanceof Fetched.Document<T> document) {
      return keep(cacheKey, freshness.found(document.value(), document.etag(), now), now);
    }
    // A 304 without a conditional request says nothing about what is cached.
    if (fetched instanceof Fetched.NotModified<T> && known.flatMap(CachedFact::etag).isPresent()) {
      return keep(cacheKey, freshness.confirmed(known.get(), now), now);
    }
    if (fetched instanceof Fetched.Missing<T>) {
      return keep(cacheKey, freshness.missing(now), now);
    }
    if (known.isPresent()) {
      memory.keep(cacheKey, known.get().askedAgainAt(now.plus(Freshness.FAILED)));
      return answer(known.get(), now);
    }
    Answer<T> failure = new Answer.Failed<>(reason(fetched));
    memory.keepFailure(cacheKey, failure);
    return failure;
  }

  private Answer<T> keep(String cacheKey, CachedFact<T> cached, Instant now) {
    memory.keep(cacheKey, cached);
    store.put(cacheKey, () -> codec.encode(cached), freshness.keptFor(cached));
    return answer(cached, now);
  }

  private Answer<T> answer(CachedFact<T> cached, Instant now) {
    if (cached.value().isEmpty()) {
      return new Answer.Missing<>();
    }
    Instant fetchedAt = cached.fetchedAt();
    // The clocks of two machines that share a store may differ a little.
    Duration age = now.isBefore(fetchedAt) ? Duration.ZERO : Duration.between(fetchedAt, now);
    return new Answer.Known<>(cached.value().get(), age, !cached.isFresh(now));
  }

  private static Answer.Reason reason(Fetched<?> fetched) {
    if (!(fetched instanceof Fetched.Failed<?> failed)) {
      return Answer.Reason.INVALID; // A redirect to another host, or a 304 that nobody asked for.
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
    InternalErrors.log(cause, "a look-up failed");
    return new Answer.Failed<>(Answer.Reason.UNREACHABLE);
  }

  private Result result(Optional<CachedFact<T>> cached, Instant now) {
    return cached.map(known -> known.isFresh(now) ? Result.HIT : Result.STALE).orElse(Result.MISS);
  }
}
