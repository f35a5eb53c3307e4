package dev.blazon.api.lookup;

import dev.blazon.api.downloads.DownloadCounts;
import dev.blazon.api.downloads.PepyClient;
import dev.blazon.api.downloads.PypistatsClient;
import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.lookup.store.CountsCodec;
import dev.blazon.api.lookup.store.EndpointCodec;
import dev.blazon.api.lookup.store.FactStore;
import dev.blazon.api.lookup.store.FileFactStore;
import dev.blazon.api.lookup.store.ProjectCodec;
import dev.blazon.api.lookup.store.RedisFactStore;
import dev.blazon.api.lookup.store.TotalCodec;
import dev.blazon.api.pypi.Project;
import dev.blazon.upstream.Upstreams;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The look-ups of a running service: one {@link FactLookup} for each kind of facts, with its share
 * of the memory.
 */
public final class LiveLookups implements Lookups {

  /** pypistats updates its counts once a day, and asks clients not to fetch them more often. */
  private static final Duration COUNTS_FRESH = Duration.ofHours(24);

  private static final Duration COUNTS_RETENTION = Duration.ofDays(30);

  /**
   * How long a request waits for its turn: one page of badges may name more projects than pypistats
   * answers in a second.
   */
  private static final Duration COUNTS_RATE_WAIT = Duration.ofSeconds(1);

  /**
   * The divisor of the projects' memory: counts are a few bytes each, so an eighth of it holds far
   * more of them.
   */
  private static final int COUNTS_SHARE = 8;

  private static final int DOCUMENTS_SHARE = 4;

  private final LookupConfig config;
  private final Clock clock;
  private final Upstreams upstreams;
  private final FactStore redis;
  private final FactStore files;
  private final Map<Class<?>, FactLookup<?, ?>> lookups;

  /**
   * Opens clients of all upstreams, and the store that the configuration names.
   *
   * @param upstreams closed by the caller
   */
  public LiveLookups(
      Vertx vertx, LookupConfig config, Upstreams upstreams, Clock clock, MeterRegistry registry) {
    this(vertx, config, upstreams, clock, registry, EndpointAccess.ofSystem(vertx));
  }

  LiveLookups(
      Vertx vertx,
      LookupConfig config,
      Upstreams upstreams,
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
    this.files =
        config.redis().isPresent()
            ? FactStore.NONE
            : new FileFactStore(
                vertx, config.cacheDirectory().resolve("facts"), COUNTS_RETENTION, clock, registry);
    // pypistats and pepy limit requests strictly, so counts are stored in files when there is no
    // Redis.
    FactStore counts = config.redis().isPresent() ? redis : files;
    List<FactKind<?, ?>> kinds =
        List.of(projects(), downloads(vertx, counts), totalDownloads(counts), documents(endpoints));
    this.lookups =
        kinds.stream()
            .collect(
                Collectors.toMap(
                    FactKind::keys, kind -> new FactLookup<>(vertx, kind, clock, registry)));
  }

  private FactKind<ProjectKey, Project> projects() {
    return new FactKind<>(
        "project",
        ProjectKey.class,
        new ProjectSource(config.pypi(), config.indexes(), upstreams, config.limits()),
        freshness(project -> config.fresh(), config.retention()),
        ProjectWeight::bytes,
        config.memoryBytes(),
        redis,
        new ProjectCodec());
  }

  private FactKind<DownloadsKey, DownloadCounts> downloads(Vertx vertx, FactStore counts) {
    PypistatsClient pypistats =
        new PypistatsClient(
            vertx,
            upstreams.open("pypistats", config.limits()),
            config.pypistats(),
            COUNTS_RATE_WAIT,
            clock);
    return new FactKind<>(
        "downloads",
        DownloadsKey.class,
        (key, etag) -> pypistats.fetch(key.name(), etag),
        freshness(count -> COUNTS_FRESH, COUNTS_RETENTION),
        count -> 3 * Long.BYTES,
        config.memoryBytes() / COUNTS_SHARE,
        counts,
        new CountsCodec());
  }

  private FactKind<TotalDownloadsKey, Long> totalDownloads(FactStore counts) {
    PepyClient pepy =
        new PepyClient(upstreams.open("pepy", config.limits()), config.pepy(), config.pepyApiKey());
    return new FactKind<>(
        "total",
        TotalDownloadsKey.class,
        (key, etag) -> pepy.fetch(key.name(), etag),
        freshness(total -> COUNTS_FRESH, COUNTS_RETENTION),
        total -> Long.BYTES,
        config.memoryBytes() / COUNTS_SHARE,
        counts,
        new TotalCodec());
  }

  private FactKind<DocumentKey, EndpointDocument> documents(EndpointAccess endpoints) {
    return new FactKind<>(
        "endpoint",
        DocumentKey.class,
        new DocumentSource(endpoints.open(upstreams, config)),
        freshness(DocumentSource::fresh, config.retention()),
        DocumentSource::weight,
        config.memoryBytes() / DOCUMENTS_SHARE,
        redis,
        new EndpointCodec());
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
    return Future.join(redis.close(), files.close()).mapEmpty();
  }
}
