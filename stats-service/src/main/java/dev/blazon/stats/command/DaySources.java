package dev.blazon.stats.command;

import dev.blazon.count.CountingRule;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.BigQueryAccess;
import dev.blazon.stats.StatsConfig;
import dev.blazon.stats.source.HistorySource;
import dev.blazon.stats.source.bigquery.BigQueryClient;
import dev.blazon.stats.source.bigquery.BigQuerySource;
import dev.blazon.stats.source.clickhouse.ClickHouseClient;
import dev.blazon.stats.source.clickhouse.ClickHouseSource;
import dev.blazon.stats.source.remote.Pause;
import dev.blazon.stats.source.remote.RemoteCalls;
import dev.blazon.upstream.Upstreams;
import dev.blazon.upstream.UpstreamsConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** The sources of whole days that the settings name, while a command runs. */
final class DaySources implements AutoCloseable {

  /** PyPI's dataset is in the United States, and queries must be run there. */
  private static final String BIGQUERY_LOCATION = "US";

  private final StatsConfig config;
  private final Clock clock;
  private final Vertx vertx = Vertx.vertx();
  private final Upstreams upstreams;

  DaySources(Shell shell) {
    this.config = shell.config();
    this.clock = shell.clock();
    this.upstreams =
        new Upstreams(
            vertx, UpstreamsConfig.read(shell.settings()), clock, new SimpleMeterRegistry());
  }

  /**
   * Days of all projects, or of listed ones.
   *
   * @param projects empty: all
   * @param rule how to count days before 2026-08-24
   * @return empty if there are no credentials
   */
  Optional<BigQuerySource> bigQuery(Set<ProjectName> projects, CountingRule rule) {
    return config
        .bigQuery()
        .map(access -> new BigQuerySource(client(access), projects, rule, clock));
  }

  private BigQueryClient client(BigQueryAccess access) {
    RemoteCalls calls =
        new RemoteCalls(
            "bigquery",
            upstreams.open("bigquery", BigQueryClient.LIMITS),
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

  /** Days of listed projects. */
  HistorySource clickHouse() {
    RemoteCalls calls =
        new RemoteCalls(
            "clickhouse",
            upstreams.open("clickhouse", ClickHouseClient.LIMITS),
            ClickHouseClient.rate(clock));
    return new ClickHouseSource(
        new ClickHouseClient(calls, config.clickHouse(), clock),
        ClickHouseSource.DIMENSIONS,
        clock);
  }

  @Override
  public void close() {
    vertx.close().await(); // With all its clients.
  }
}
