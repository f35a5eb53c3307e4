package dev.blazon.api.lookup;

import dev.blazon.api.downloads.DownloadCounts;
import dev.blazon.api.downloads.PepyClient;
import dev.blazon.api.downloads.PypistatsClient;
import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ProjectName;
import dev.blazon.api.pypi.PypiClient;
import dev.blazon.api.pypi.VersionSegment;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The look-ups of a running service. */
public final class LiveLookups implements Lookups {

  /** pypistats counts once a day, and asks to be asked no more often. */
  private static final Duration COUNTS_FRESH = Duration.ofHours(24);

  private static final Duration COUNTS_KEPT = Duration.ofDays(30);

  /** A page of badges may begin with more projects than pypistats answers in a second. */
  private static final Duration COUNTS_PATIENCE = Duration.ofSeconds(1);

  private final Upstreams upstreams;
  private final SharedStore redis;
  private final SharedStore files;
  private final PypiClient pypi;
  private final PypistatsClient pypistats;
  private final PepyClient pepy;
  private final FactLookup<Project> projects;
  private final FactLookup<DownloadCounts> downloads;
  private final FactLookup<Long> totals;

  public LiveLookups(Vertx vertx, LookupConfig config, Clock clock, MeterRegistry registry) {
    Duration deadline = config.limits().deadline();
    long memory = config.memoryBytes();
    upstreams = new Upstreams(vertx, config, clock, registry);
    pypi = new PypiClient(upstreams.open("pypi"), config.pypi());
    pypistats =
        new PypistatsClient(
            vertx, upstreams.open("pypistats"), config.pypistats(), COUNTS_PATIENCE, clock);
    pepy = new PepyClient(upstreams.open("pepy"), config.pepy(), config.pepyApiKey());
    redis =
        config
            .redis()
            .<SharedStore>map(address -> new RedisStore(vertx, address, registry))
            .orElse(SharedStore.NONE);
    files =
        config.redis().isPresent()
            ? SharedStore.NONE
            : new FileStore(vertx, config.cacheDirectory().resolve("facts"), COUNTS_KEPT, clock);
    SharedStore precious = config.redis().isPresent() ? redis : files;
    projects =
        new FactLookup<>(
            vertx,
            new Freshness<>(clock, deadline, project -> config.fresh(), config.kept()),
            new FactMemory<>(memory, ProjectWeight::bytes, clock),
            redis,
            new KeptCodec<>(new ProjectCodec()),
            new LookupMetrics(registry, "project"));
    downloads =
        new FactLookup<>(
            vertx,
            new Freshness<>(clock, deadline, counts -> COUNTS_FRESH, COUNTS_KEPT),
            new FactMemory<>(memory / 8, counts -> 3 * Long.BYTES, clock),
            precious,
            new KeptCodec<>(new CountsCodec()),
            new LookupMetrics(registry, "downloads"));
    totals =
        new FactLookup<>(
            vertx,
            new Freshness<>(clock, deadline, total -> COUNTS_FRESH, COUNTS_KEPT),
            new FactMemory<>(memory / 8, total -> Long.BYTES, clock),
            precious,
            new KeptCodec<>(new TotalCodec()),
            new LookupMetrics(registry, "total"));
  }

  @Override
  public Future<Answer<Project>> project(
      ProjectName name, Optional<String> index, Optional<String> version) {
    if (index.isPresent()) {
      return Future.succeededFuture(new Answer.Failed<>(Answer.Reason.NOT_CONFIGURED));
    }
    if (version.isPresent() && !VersionSegment.isSafe(version.get())) {
      return Future.succeededFuture(new Answer.Missing<>());
    }
    String key = "project:pypi:" + name.normalized() + version.map(text -> ":" + text).orElse("");
    return projects.get(key, etag -> pypi.fetch(name, version, etag));
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
    return Future.succeededFuture(new Answer.Failed<>(Answer.Reason.NOT_CONFIGURED));
  }

  @Override
  public Future<Void> close() {
    return Future.join(upstreams.close(), redis.close(), files.close()).mapEmpty();
  }
}
