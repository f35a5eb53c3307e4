package dev.blazon.api.lookup;

import dev.blazon.api.downloads.DownloadCounts;
import dev.blazon.api.downloads.PepyClient;
import dev.blazon.api.downloads.PypistatsClient;
import dev.blazon.api.endpoint.EndpointAddress;
import dev.blazon.api.endpoint.EndpointClient;
import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.lookup.store.CachedFactCodec;
import dev.blazon.api.lookup.store.CountsCodec;
import dev.blazon.api.lookup.store.EndpointCodec;
import dev.blazon.api.lookup.store.FactStore;
import dev.blazon.api.lookup.store.FileFactStore;
import dev.blazon.api.lookup.store.LookupMetrics;
import dev.blazon.api.lookup.store.ProjectCodec;
import dev.blazon.api.lookup.store.RedisFactStore;
import dev.blazon.api.lookup.store.TotalCodec;
import dev.blazon.api.pypi.Index;
import dev.blazon.api.pypi.IndexClient;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.VersionSegment;
import dev.blazon.project.ProjectName;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The look-ups of a running service. */
public final class LiveLookups implements Lookups {

  /** pypistats counts once a day, and asks to be asked no more often. */
  private static final Duration COUNTS_FRESH = Duration.ofHours(24);

  private static final Duration COUNTS_KEPT = Duration.ofDays(30);

  /** A page of badges may begin with more projects than pypistats answers in a second. */
  private static final Duration COUNTS_PATIENCE = Duration.ofSeconds(1);

  private static final Duration ENDPOINT_FRESH = Duration.ofMinutes(5);
  private static final Duration ENDPOINT_FRESH_AT_LEAST = Duration.ofMinutes(1);

  /** Its short texts together, roughly, in bytes. */
  private static final int ENDPOINT_OVERHEAD = 500;

  private final String usualIndex;
  private final Upstreams upstreams;
  private final FactStore redis;
  private final FactStore files;
  private final Map<String, IndexClient> indexes = new LinkedHashMap<>();
  private final PypistatsClient pypistats;
  private final PepyClient pepy;
  private final EndpointClient endpointClient;
  private final FactLookup<EndpointDocument> endpoints;
  private final FactLookup<Project> projects;
  private final FactLookup<DownloadCounts> downloads;
  private final FactLookup<Long> totals;

  public LiveLookups(Vertx vertx, LookupConfig config, Clock clock, MeterRegistry registry) {
    this(vertx, config, clock, registry, EndpointAccess.ofSystem(vertx));
  }

  LiveLookups(
      Vertx vertx,
      LookupConfig config,
      Clock clock,
      MeterRegistry registry,
      EndpointAccess endpointDoor) {

    Duration deadline = config.limits().deadline();
    long memory = config.memoryBytes();
    upstreams = new Upstreams(vertx, config, clock, registry);
    usualIndex = config.pypi().name();
    indexes.put(usualIndex, new IndexClient(upstreams.open(usualIndex), config.pypi(), true));
    for (Index index : config.indexes()) {
      indexes.put(index.name(), new IndexClient(upstreams.open(index.name()), index, false));
    }
    pypistats =
        new PypistatsClient(
            vertx, upstreams.open("pypistats"), config.pypistats(), COUNTS_PATIENCE, clock);
    pepy = new PepyClient(upstreams.open("pepy"), config.pepy(), config.pepyApiKey());
    endpointClient = endpointDoor.open(upstreams, config);
    redis =
        config
            .redis()
            .<FactStore>map(address -> new RedisFactStore(vertx, address, registry))
            .orElse(FactStore.NONE);
    files =
        config.redis().isPresent()
            ? FactStore.NONE
            : new FileFactStore(
                vertx, config.cacheDirectory().resolve("facts"), COUNTS_KEPT, clock);
    FactStore precious = config.redis().isPresent() ? redis : files;
    projects =
        new FactLookup<>(
            vertx,
            new Freshness<>(clock, deadline, project -> config.fresh(), config.kept()),
            new FactMemory<>(memory, ProjectWeight::bytes, clock),
            redis,
            new CachedFactCodec<>(new ProjectCodec()),
            new LookupMetrics(registry, "project", redis.tier()));
    downloads =
        new FactLookup<>(
            vertx,
            new Freshness<>(clock, deadline, counts -> COUNTS_FRESH, COUNTS_KEPT),
            new FactMemory<>(memory / 8, counts -> 3 * Long.BYTES, clock),
            precious,
            new CachedFactCodec<>(new CountsCodec()),
            new LookupMetrics(registry, "downloads", precious.tier()));
    totals =
        new FactLookup<>(
            vertx,
            new Freshness<>(clock, deadline, total -> COUNTS_FRESH, COUNTS_KEPT),
            new FactMemory<>(memory / 8, total -> Long.BYTES, clock),
            precious,
            new CachedFactCodec<>(new TotalCodec()),
            new LookupMetrics(registry, "total", precious.tier()));
    endpoints =
        new FactLookup<>(
            vertx,
            new Freshness<>(clock, deadline, LiveLookups::endpointFresh, config.kept()),
            new FactMemory<>(memory / 4, LiveLookups::endpointWeight, clock),
            redis,
            new CachedFactCodec<>(new EndpointCodec()),
            new LookupMetrics(registry, "endpoint", redis.tier()));
  }

  @Override
  public Future<Answer<Project>> project(
      ProjectName name, Optional<String> index, Optional<String> version) {
    String asked = index.orElse(usualIndex);
    IndexClient client = indexes.get(asked);
    if (client == null) {
      return Future.succeededFuture(new Answer.Failed<>(Answer.Reason.NOT_CONFIGURED));
    }
    if (version.isPresent() && !VersionSegment.isSafe(version.get())) {
      return Future.succeededFuture(new Answer.Missing<>());
    }
    String release = version.map(text -> ":" + text).orElse("");
    return projects.get(
        "project:" + asked + ":" + name.normalized() + release,
        etag -> client.fetch(name, version, etag));
  }

  @Override
  public Future<Answer<DownloadCounts>> downloads(ProjectName name) {
    return downloads.get("downloads:" + name.normalized(), etag -> pypistats.fetch(name, etag));
  }

  @Override
  public Future<Answer<Long>> totalDownloads(ProjectName name) {
    return totals.get("total:" + name.normalized(), etag -> pepy.fetch(name, etag));
  }

  @Override
  public Future<Answer<EndpointDocument>> endpoint(String url) {
    Optional<URI> address = EndpointAddress.parse(url);
    if (address.isEmpty()) {
      return Future.succeededFuture(new Answer.Failed<>(Answer.Reason.INVALID));
    }
    if (!endpointClient.knows(address.get())) {
      return Future.succeededFuture(new Answer.Failed<>(Answer.Reason.FORBIDDEN));
    }
    return endpoints.get(
        "endpoint:" + address.get(), etag -> endpointClient.fetch(address.get(), etag));
  }

  /** As long as its author wants, within reason. */
  private static Duration endpointFresh(EndpointDocument document) {
    Duration wanted =
        document.cacheSeconds().isPresent()
            ? Duration.ofSeconds(Math.min(document.cacheSeconds().getAsLong(), 86_400))
            : ENDPOINT_FRESH;
    return wanted.compareTo(ENDPOINT_FRESH_AT_LEAST) < 0 ? ENDPOINT_FRESH_AT_LEAST : wanted;
  }

  private static int endpointWeight(EndpointDocument document) {
    return ENDPOINT_OVERHEAD
        + document.message().length()
        + document.logoSvg().map(String::length).orElse(0);
  }

  @Override
  public Future<Void> reachable(Duration patience) {
    return redis.reachable(patience);
  }

  @Override
  public Future<Void> close() {
    return Future.join(upstreams.close(), redis.close(), files.close()).mapEmpty();
  }
}
