package dev.blazon.api.lookup;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.testing.StubServer;
import dev.blazon.api.testing.StubStats;
import dev.blazon.project.ProjectName;
import dev.blazon.service.Settings;
import dev.blazon.testing.Eventually;
import dev.blazon.testing.MutableClock;
import dev.blazon.upstream.Upstreams;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Look-ups against stand-in upstreams on local ports, with a clock that the test sets. */
public final class LookupFixture implements AutoCloseable {

  static final String DOCUMENT = "{\"info\": {\"name\": \"Demo\", \"version\": \"1.0\"}}";

  final Vertx vertx = Vertx.vertx();
  final MutableClock clock = new MutableClock();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final StubStats stats = new StubStats();
  public final StubServer stub = StubServer.start(vertx);
  private final Map<String, String> environment = new HashMap<>();
  Optional<EndpointAccess> endpointDoor = Optional.empty();
  private Optional<Lookups> lookups = Optional.empty();

  public LookupFixture() {
    environment.put("BLAZON_PYPI_URL", stub.url().toString());
    environment.put("BLAZON_UPSTREAM_DEADLINE", "2s");
  }

  LookupFixture with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** The look-ups, which are opened by the first call. */
  public Lookups lookups() {
    if (lookups.isEmpty()) {
      Settings settings = new Settings(environment);
      LookupConfig config = LookupConfig.read(settings);
      lookups =
          Optional.of(
              new LiveLookups(
                  vertx,
                  config,
                  new Upstreams(vertx, config.upstreams(), clock, registry),
                  stats,
                  clock,
                  registry,
                  endpointDoor.orElseGet(() -> EndpointAccess.ofSystem(vertx))));
    }
    return lookups.get();
  }

  /** Empties the memory, as a restart of the process does. */
  public void restart() throws TimeoutException {
    if (lookups.isPresent()) {
      await(lookups.get().close());
    }
    lookups = Optional.empty();
    registry.clear();
  }

  Answer<Project> project(String name) throws TimeoutException {
    return await(lookups().find(ProjectKey.of(name(name))));
  }

  double gauge(String name, String... tags) {
    return registry.get(name).tags(tags).gauge().value();
  }

  void eventually(BooleanSupplier condition) throws TimeoutException {
    Eventually.eventually(vertx, condition);
  }

  static ProjectName name(String name) {
    return ProjectName.parse(name).orElseThrow();
  }

  static <T> Answer.Known<T> known(Answer<T> answer) {
    assertInstanceOf(Answer.Known.class, answer);
    return (Answer.Known<T>) answer;
  }

  static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws TimeoutException {
    restart();
    stub.close();
    await(vertx.close());
  }
}
