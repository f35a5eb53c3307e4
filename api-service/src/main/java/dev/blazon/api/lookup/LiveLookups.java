package dev.blazon.api.lookup;

import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.lookup.store.EndpointCodec;
import dev.blazon.api.lookup.store.FactStore;
import dev.blazon.api.lookup.store.ProjectCodec;
import dev.blazon.api.lookup.store.RedisFactStore;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.stats.Stats;
import dev.blazon.count.Total;
import dev.blazon.count.WeeklyCourse;
import dev.blazon.upstream.Upstreams;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The look-ups of a running service: one {@link FactLookup} for each kind of facts, with its share
 * of the memory.
 */
public final class LiveLookups implements Lookups {

  /**
   * The stats service answers in microseconds, or in a round trip, and its numbers change once a
   * day: an import need not be seen at once.
   */
  private static final Duration COUNTS_FRESH = Duration.ofMinutes(10);

  /**
   * The divisor of the projects' memory: counts are small, so an eighth of it holds far more of
   * them.
   */
  private static final int COUNTS_SHARE = 8;

  /** About what a number of downloads and its basis take in memory, in bytes. */
  private static final int COUNT_BYTES = 200;

  /** About what a number and 13 weeks take in memory, in bytes. */
  private static final int COURSE_BYTES = 600;

  private static final int DOCUMENTS_SHARE = 4;

  private final LookupConfig config;
  private final Clock clock;
  private final Upstreams upstreams;
  private final FactStore redis;
  private final Map<Class<?>, FactLookup<?, ?>> lookups;

  /**
   * Opens clients of all upstreams, and the store that the configuration names.
   *
   * @param upstreams closed by the caller
   * @param stats who counts downloads; closed by the caller
   */
  public LiveLookups(
      Vertx vertx,
      LookupConfig config,
      Upstreams upstreams,
      Stats stats,
      Clock clock,
      MeterRegistry registry) {
    this(vertx, config, upstreams, stats, clock, registry, EndpointAccess.ofSystem(vertx));
  }

  LiveLookups(
      Vertx vertx,
      LookupConfig config,
      Upstreams upstreams,
      Stats stats,
      Clock clock,
      MeterRegistry registry,
      EndpointAccess endpoints) {
    this.config = config;
    this.clock = clock;
    this.upstreams = upstreams;
    this.redis =
        config
            .redis()
            .<FactStore>map(address -> new RedisFactStore(vertx, address, registry))
            .orElse(FactStore.NONE);
    FactLookup<ProjectKey, Project> projects = new FactLookup<>(vertx, projects(), clock, registry);
    DownloadsSource totals = new DownloadsSource(stats, config.limits().deadline(), projects);
    this.lookups =
        Map.of(
            ProjectKey.class,
            projects,
            DownloadsKey.class,
            new FactLookup<>(vertx, downloads(totals), clock, registry),
            CourseKey.class,
            new FactLookup<>(vertx, courses(totals, stats), clock, registry),
            DocumentKey.class,
            new FactLookup<>(vertx, documents(endpoints), clock, registry));
  }

  private FactKind<ProjectKey, Project> projects() {
    return new FactKind<>(
        "project",
        new ProjectSource(config.pypi(), config.indexes(), upstreams, config.limits()),
        freshness(project -> config.fresh(), config.retention()),
        ProjectWeight::bytes,
        config.memoryBytes(),
        Optional.of(Storage.in(redis, new ProjectCodec())));
  }

  /** No storage: the stats service keeps the counts. */
  private FactKind<DownloadsKey, Total> downloads(DownloadsSource totals) {
    return new FactKind<>(
        "downloads",
        totals,
        freshness(total -> COUNTS_FRESH, config.retention()),
        total -> COUNT_BYTES,
        config.memoryBytes() / COUNTS_SHARE,
        Optional.empty());
  }

  private FactKind<CourseKey, WeeklyCourse> courses(DownloadsSource totals, Stats stats) {
    return new FactKind<>(
        "course",
        new CourseSource(totals, stats, config.limits().deadline()),
        freshness(course -> COUNTS_FRESH, config.retention()),
        course -> COURSE_BYTES,
        config.memoryBytes() / COUNTS_SHARE,
        Optional.empty());
  }

  private FactKind<DocumentKey, EndpointDocument> documents(EndpointAccess endpoints) {
    return new FactKind<>(
        "endpoint",
        new DocumentSource(endpoints.open(upstreams, config)),
        freshness(DocumentSource::fresh, config.retention()),
        DocumentSource::weight,
        config.memoryBytes() / DOCUMENTS_SHARE,
        Optional.of(Storage.in(redis, new EndpointCodec())));
  }

  private <T> Freshness<T> freshness(Function<T, Duration> fresh, Duration retention) {
    return new Freshness<>(clock, config.limits().deadline(), fresh, retention);
  }

  @Override
  @SuppressWarnings("unchecked") // FactKind's type parameters tie keys to facts.
  public <T> Future<Answer<T>> find(FactKey<T> key) {
    return ((FactLookup<FactKey<T>, T>) lookups.get(key.getClass())).find(key);
  }

  @Override
  public Future<Void> reachable(Duration timeout) {
    return redis.reachable(timeout);
  }

  @Override
  public Future<Void> close() {
    return redis.close();
  }
}
