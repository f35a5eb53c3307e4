package dev.blazon.stats.command;

import dev.blazon.count.CountingRule;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.StatsSources;
import dev.blazon.stats.source.HistorySource;
import dev.blazon.stats.source.bigquery.BigQuerySource;
import dev.blazon.upstream.Upstreams;
import dev.blazon.upstream.UpstreamsConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.Set;

/** The sources of whole days that the settings name, while a command runs. */
final class DaySources implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final StatsSources sources;

  DaySources(Shell shell) {
    Upstreams upstreams =
        new Upstreams(
            vertx,
            UpstreamsConfig.read(shell.settings()),
            shell.clock(),
            new SimpleMeterRegistry());
    this.sources = new StatsSources(shell.config(), upstreams, shell.clock());
  }

  /**
   * Days of all projects, or of listed ones.
   *
   * @param projects empty: all
   * @param rule how to count days before 2026-08-24
   * @return empty if there are no credentials
   */
  Optional<BigQuerySource> bigQuery(Set<ProjectName> projects, CountingRule rule) {
    return sources.bigQuery(projects, rule);
  }

  /** Days of listed projects. */
  HistorySource clickHouse() {
    return sources.clickHouse();
  }

  @Override
  public void close() {
    vertx.close().await(); // With all its clients.
  }
}
