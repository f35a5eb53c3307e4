package dev.blazon.stats;

import dev.blazon.count.CountingRule;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.bigquery.BigQueryClient;
import dev.blazon.stats.source.bigquery.BigQuerySource;
import dev.blazon.stats.source.clickhouse.ClickHouseClient;
import dev.blazon.stats.source.clickhouse.ClickHouseSource;
import dev.blazon.stats.source.remote.Pause;
import dev.blazon.stats.source.remote.RemoteCalls;
import dev.blazon.stats.source.series.PepySource;
import dev.blazon.stats.source.series.PypistatsSource;
import dev.blazon.upstream.Upstreams;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * The sources that the settings name. Each has one HTTP client and one rate limit in the process,
 * which exist when the source is first needed. Thread-safe.
 */
public final class StatsSources {

  /** PyPI's dataset is in the United States, and queries must be run there. */
  private static final String BIGQUERY_LOCATION = "US";

  private final StatsConfig config;
  private final Upstreams upstreams;
  private final Clock clock;
  private Optional<ClickHouseSource> clickHouse = Optional.empty();
  private Optional<PypistatsSource> pypistats = Optional.empty();
  private Optional<PepySource> pepy = Optional.empty();
  private Optional<BigQuerySource> bigQuery = Optional.empty();

  public StatsSources(StatsConfig config, Upstreams upstreams, Clock clock) {
    this.config = config;
    this.upstreams = upstreams;
    this.clock = clock;
    if (config.pepyApiKey().isEmpty()) {
      upstreams.notConfigured("pepy");
    }
    if (config.bigQuery().isEmpty()) {
      upstreams.notConfigured("bigquery");
    }
  }

  /** Histories of projects. */
  public synchronized ClickHouseSource clickHouse() {
    if (clickHouse.isEmpty()) {
      RemoteCalls calls =
          new RemoteCalls(
              "clickhouse",
              upstreams.openUntold("clickhouse", ClickHouseClient.LIMITS),
              ClickHouseClient.rate(clock));
      ClickHouseClient client = new ClickHouseClient(calls, config.clickHouse(), clock);
      clickHouse = Optional.of(new ClickHouseSource(client, ClickHouseSource.DIMENSIONS, clock));
    }
    return clickHouse.get();
  }

  /** Totals of the newest days; one request a project, of the few that it allows. */
  public synchronized PypistatsSource pypistats() {
    if (pypistats.isEmpty()) {
      RemoteCalls calls =
          new RemoteCalls(
              "pypistats",
              upstreams.openUntold("pypistats", PypistatsSource.LIMITS),
              PypistatsSource.rate(clock));
      pypistats = Optional.of(new PypistatsSource(calls, config.pypistats(), Set.of(), clock));
    }
    return pypistats.get();
  }

  /** All-time totals; empty without a key. */
  public synchronized Optional<PepySource> pepy() {
    if (pepy.isEmpty() && config.pepyApiKey().isPresent()) {
      RemoteCalls calls =
          new RemoteCalls(
              "pepy", upstreams.openUntold("pepy", PepySource.LIMITS), PepySource.rate(clock));
      pepy =
          Optional.of(
              new PepySource(calls, config.pepy(), config.pepyApiKey().get().reveal(), clock));
    }
    return pepy;
  }

  /** Days of all projects, or of the listed ones; empty without credentials. */
  public synchronized Optional<BigQuerySource> bigQuery() {
    if (bigQuery.isEmpty()) {
      bigQuery = bigQuery(config.projects(), CountingRule.REQUESTS);
    }
    return bigQuery;
  }

  /**
   * The same with a client of its own.
   *
   * @param projects empty: all
   * @param rule how days before 2026-08-24 are counted
   */
  public Optional<BigQuerySource> bigQuery(Set<ProjectName> projects, CountingRule rule) {
    return config
        .bigQuery()
        .map(access -> new BigQuerySource(client(access), projects, rule, clock));
  }

  private BigQueryClient client(BigQueryAccess access) {
    RemoteCalls calls =
        new RemoteCalls(
            "bigquery",
            upstreams.openUntold("bigquery", BigQueryClient.LIMITS),
            BigQueryClient.rate(clock));
    return new BigQueryClient(
        calls,
        access.url(),
        access.account(),
        access.maxBytesBilled(),
        BIGQUERY_LOCATION,
        clock,
        Pause.SLEEPING);
  }
}
