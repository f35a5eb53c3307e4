package dev.blazon.api.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.downloads.DownloadCounts;
import dev.blazon.api.lookup.Answer.Reason;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ProjectName;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.MutableClock;
import dev.blazon.api.testing.StubServer;
import dev.blazon.service.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupsTest {

  private static final String DOCUMENT =
      """
      {"info": {"name": "Demo", "version": "1.0"}, "urls": []}
      """;

  private final Vertx vertx = Vertx.vertx();
  private final MutableClock clock = new MutableClock();
  private StubServer stub;
  private Lookups lookups;
  @TempDir private Path directory;

  @BeforeEach
  void start() {
    stub = StubServer.start(vertx);
    Map<String, String> environment = new HashMap<>();
    environment.put("BLAZON_PYPI_URL", stub.url().toString());
    environment.put("BLAZON_PYPISTATS_URL", stub.url().toString());
    environment.put("BLAZON_UPSTREAM_DEADLINE", "2s");
    lookups =
        new LiveLookups(
            vertx,
            LookupConfig.read(new Settings(environment), directory),
            clock,
            new SimpleMeterRegistry());
  }

  @AfterEach
  void stop() throws TimeoutException {
    await(lookups.close());
    stub.close();
    await(vertx.close());
  }

  @Test
  void a_project_is_fetched_once_and_remembered_with_its_age() throws TimeoutException {
    stub.project("demo", DOCUMENT);
    assertEquals("1.0", known(project("Demo")).value().version());
    clock.advance(Duration.ofMinutes(9));
    Answer.Known<Project> second = known(project("demo"));
    assertEquals(Duration.ofMinutes(9), second.age());
    assertEquals(false, second.stale());
    assertEquals(1, stub.requests());
  }

  @Test
  void a_thousand_readers_at_once_cost_one_request() throws TimeoutException {
    stub.answer("/pypi/demo/json", Behaviour.json(DOCUMENT).after(Duration.ofMillis(50)));
    List<Future<Answer<Project>>> answers =
        IntStream.range(0, 1_000)
            .mapToObj(i -> lookups.project(name("demo"), none(), none()))
            .toList();
    for (Future<Answer<Project>> answer : answers) {
      known(await(answer));
    }
    assertEquals(1, stub.requests());
  }

  @Test
  void a_stale_project_is_given_at_once_while_it_is_fetched_again() throws TimeoutException {
    stub.project("demo", DOCUMENT);
    project("demo");
    clock.advance(Duration.ofHours(1));
    stub.answerEverything(Behaviour.hang());
    Answer.Known<Project> stale = known(project("demo"));
    assertTrue(stale.stale());
    assertEquals(Duration.ofHours(1), stale.age());
  }

  @Test
  void an_unknown_project_is_remembered_for_a_minute() throws TimeoutException {
    assertInstanceOf(Answer.Missing.class, project("nobody"));
    clock.advance(Duration.ofSeconds(59));
    assertInstanceOf(Answer.Missing.class, project("nobody"));
    assertEquals(1, stub.requests());
    clock.advance(Duration.ofSeconds(2));
    assertInstanceOf(Answer.Missing.class, project("nobody"));
    assertEquals(2, stub.requests());
  }

  @Test
  void a_version_that_could_leave_the_path_is_missing_without_asking() throws TimeoutException {
    assertInstanceOf(
        Answer.Missing.class,
        await(lookups.project(name("demo"), none(), Optional.of("../../simple"))));
    assertEquals(0, stub.requests());
  }

  @Test
  void a_hanging_upstream_is_given_up_at_the_deadline() throws TimeoutException {
    stub.answerEverything(Behaviour.hang());
    assertEquals(new Answer.Failed<>(Reason.SLOW), project("demo"));
  }

  @Test
  void recent_downloads_come_from_pypistats() throws TimeoutException {
    stub.downloads("demo", 1, 7, 30);
    assertEquals(
        new DownloadCounts(1, 7, 30), known(await(lookups.downloads(name("Demo")))).value());
  }

  @Test
  void all_time_downloads_need_a_key() throws TimeoutException {
    assertEquals(
        new Answer.Failed<>(Reason.NOT_CONFIGURED), await(lookups.totalDownloads(name("demo"))));
  }

  private Answer<Project> project(String name) throws TimeoutException {
    return await(lookups.project(name(name), none(), none()));
  }

  private static ProjectName name(String name) {
    return ProjectName.parse(name).orElseThrow();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static <T> Answer.Known<T> known(Answer<T> answer) {
    assertInstanceOf(Answer.Known.class, answer);
    return (Answer.Known<T>) answer;
  }

  private static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(10, TimeUnit.SECONDS);
  }
}
