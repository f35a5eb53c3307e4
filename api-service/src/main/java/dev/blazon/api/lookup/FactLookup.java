package dev.blazon.api.lookup;

import dev.blazon.api.lookup.store.CachedFact;
import dev.blazon.api.lookup.store.InvalidFactException;
import dev.blazon.api.lookup.store.LookupMetrics;
import dev.blazon.api.lookup.store.LookupMetrics.Result;
import dev.blazon.api.lookup.store.LookupMetrics.Tier;
import dev.blazon.api.lookup.store.StoredValue;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up one kind of facts: in memory, then in the shared store, if the kind has one, then at the
 * upstream. Concurrent look-ups of the same key share one flight. Stale facts are returned at once
 * and fetched again afterwards. Thread-safe; its futures never fail, and complete on the event loop
 * of the caller.
 *
 * @param <K> the type of the keys
 * @param <T> the type of the facts
 */
final class FactLookup<K extends FactKey<T>, T> {

  private static final Logger LOG = LoggerFactory.getLogger(FactLookup.class);

  /** After so long without a rejected value, the next one is logged again. */
  private static final Duration REJECTIONS_APART = Duration.ofMinutes(10);

  private final Vertx vertx;
  private final FactSource<K, T> source;
  private final Freshness<T> freshness;
  private final FactMemory<T> memory;
  private final Optional<Storage<T>> storage;
  private final LookupMetrics metrics;
  private final RareEvent rejections = new RareEvent(REJECTIONS_APART);
  private final Flights<String, Answer<T>> flights = new Flights<>();

  FactLookup(Vertx vertx, FactKind<K, T> kind, Clock clock, MeterRegistry registry) {
    this.vertx = vertx;
    this.source = kind.source();
    this.freshness = kind.freshness();
    this.memory = new FactMemory<>(kind.memoryBytes(), kind.weight(), clock);
    this.storage = kind.storage();
    this.metrics =
        new LookupMetrics(registry, kind.name(), storage.flatMap(kept -> kept.store().tier()));
  }

  /** The freshest facts that can be had within the deadline. */
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
      if (!now.isBefore(cached.get().refetchAt())) {
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
   * Joins the flight for this key, or starts one. The answer comes at the deadline at the latest;
   * the flight may go on after it, for the next reader.
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
              remembered.isPresent() || storage.isEmpty()
                  ? Future.succeededFuture(remembered)
                  : from(storage.get(), cacheKey);
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
      if (now.isBefore(cached.get().refetchAt())) {
        return Future.succeededFuture(answer);
      }
    }
    return source
        .fetch(key, cached.flatMap(CachedFact::etag))
        .map(fetched -> cache(cacheKey, fetched, cached));
  }

  private Future<Optional<CachedFact<T>>> from(Storage<T> storage, String cacheKey) {
    Optional<Tier> tier = storage.store().tier();
    return Contexts.resumeOnCaller(storage.store().get(cacheKey))
        .map(
            value -> {
              Instant now = freshness.now();
              Optional<CachedFact<T>> cached;
              try {
                cached =
                    facts(storage, value)
                        .map(stored -> freshness.bounded(stored, now))
                        .filter(stored -> freshness.isUsable(stored, now));
              } catch (InvalidFactException e) {
                tier.ifPresent(one -> rejected(one, cacheKey, e));
                return Optional.empty();
              }
              tier.ifPresent(one -> metrics.count(one, result(cached, now)));
              cached.ifPresent(stored -> memory.put(cacheKey, stored));
              return cached;
            });
  }

  private static <T> Optional<CachedFact<T>> facts(Storage<T> storage, StoredValue value)
      throws InvalidFactException {
    if (value instanceof StoredValue.Bytes stored) {
      return storage.codec().decode(stored.bytes());
    }
    if (value instanceof StoredValue.Unusable unusable) {
      throw new InvalidFactException(unusable.problem());
    }
    return Optional.empty();
  }

  /** The facts are fetched as if nothing were stored, and then take the value's place. */
  private void rejected(Tier tier, String cacheKey, InvalidFactException problem) {
    metrics.count(tier, Result.REJECTED);
    if (rejections.begin()) {
      LOG.warn(
          "the value of {} in {} is rejected: {}; further ones are only counted",
          cacheKey,
          tier.word(),
          problem.getMessage());
    }
  }

  /** Caches the upstream's reply and turns it into an answer. */
  private Answer<T> cache(String cacheKey, Fetched<T> fetched, Optional<CachedFact<T>> known) {
    Instant now = freshness.now();
    if (fetched instanceof Fetched.Document<T> document) {
      return cache(cacheKey, freshness.found(document.value(), document.etag(), now), now);
    }
    // A 304 without a conditional request says nothing about what is cached.
    if (fetched instanceof Fetched.NotModified<T> && known.flatMap(CachedFact::etag).isPresent()) {
      return cache(cacheKey, freshness.confirmed(known.get(), now), now);
    }
    if (fetched instanceof Fetched.Missing<T>) {
      return cache(cacheKey, freshness.missing(now), now);
    }
    if (known.isPresent()) {
      memory.put(cacheKey, known.get().withRefetchAt(now.plus(Freshness.FAILED)));
      return answer(known.get(), now);
    }
    Answer<T> failure = new Answer.Failed<>(reason(fetched));
    memory.putFailure(cacheKey, failure);
    return failure;
  }

  private Answer<T> cache(String cacheKey, CachedFact<T> cached, Instant now) {
    memory.put(cacheKey, cached);
    storage.ifPresent(
        kept ->
            kept.store()
                .put(cacheKey, () -> kept.codec().encode(cached), freshness.timeToLive(cached)));
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
      return Answer.Reason
          .INVALID; // A redirect to another host, or a 304 to a request without an entity tag.
    }
    return switch (failed.trouble()) {
      case UNREACHABLE -> Answer.Reason.UNREACHABLE;
      case SLOW, BUSY -> Answer.Reason.SLOW;
      case COMING -> Answer.Reason.COMING;
      case INVALID -> Answer.Reason.INVALID;
      case REFUSED -> Answer.Reason.REFUSED;
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
