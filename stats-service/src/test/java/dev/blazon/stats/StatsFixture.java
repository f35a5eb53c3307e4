package dev.blazon.stats;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.Filter;
import dev.blazon.count.Measure;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.service.Settings;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.JsonStandIn;
import dev.blazon.upstream.Upstreams;
import dev.blazon.upstream.UpstreamsConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The stats service with stand-ins for its sources, whose clock begins at a day of the rows. */
final class StatsFixture implements AutoCloseable {

  /** Long, since the machine may be busy: nothing should need it. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final Vertx vertx = Vertx.vertx();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final ClickPyStandIn clickpy = ClickPyStandIn.start(vertx);
  final JsonStandIn json = JsonStandIn.start(vertx);
  private final Map<String, String> environment = new HashMap<>();
  private final Clock clock;
  private Optional<StatsService> service = Optional.empty();
  private Optional<Upstreams> upstreams = Optional.empty();

  StatsFixture(Path folder, Instant now) {
    clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), now));
    environment.put("BLAZON_STATS_DATABASE", "sqlite:" + folder);
    environment.put("BLAZON_CLICKHOUSE_URL", clickpy.url().toString());
    environment.put("BLAZON_PYPISTATS_URL", json.url().toString());
    environment.put("BLAZON_PEPY_URL", json.url().toString());
  }

  StatsFixture with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** ClickHouse answers everything with an error of its own. */
  void breakClickHouse() {
    clickpy.answer(
        "SELECT", (request, body) -> request.response().setStatusCode(503).end("overloaded"));
  }

  StatsService service() {
    if (service.isEmpty()) {
      Settings settings = new Settings(environment);
      upstreams =
          Optional.of(new Upstreams(vertx, UpstreamsConfig.read(settings), clock, registry));
      service =
          Optional.of(
              StatsService.create(
                  vertx, StatsConfig.read(settings), upstreams.get(), clock, registry));
    }
    return service.get();
  }

  void restart() throws TimeoutException {
    if (service.isPresent()) {
      await(service.get().close());
      await(upstreams.get().close());
    }
    service = Optional.empty();
    registry.clear();
  }

  CountAnswer<Total> total(ProjectName project, Window window, Measure measure)
      throws TimeoutException {
    return total(project, window, measure, PATIENCE);
  }

  CountAnswer<Total> total(ProjectName project, Window window, Measure measure, Duration within)
      throws TimeoutException {
    return await(service().total(new TotalQuery(project, window, measure, Filter.NONE), within));
  }

  Total counted(ProjectName project, Window window) throws TimeoutException {
    CountAnswer<Total> answer = total(project, window, Measure.ALL);
    if (answer instanceof CountAnswer.Counted<Total> counted) {
      return counted.value();
    }
    throw new AssertionError(answer.toString());
  }

  double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(60, TimeUnit.SECONDS);
  }

  static ProjectName name(String text) {
    return ProjectName.parse(text).orElseThrow();
  }

  @Override
  public void close() throws TimeoutException {
    restart();
    clickpy.close();
    json.close();
    await(vertx.close());
  }
}
