package dev.blazon.api.lookup;

import static dev.blazon.api.lookup.LookupFixture.DOCUMENT;
import static dev.blazon.api.lookup.LookupFixture.await;
import static dev.blazon.api.lookup.LookupFixture.known;
import static dev.blazon.api.lookup.LookupFixture.name;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.lookup.Answer.Reason;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookupsTest {

  private LookupFixture fixture;
  private StubServer stub;

  @BeforeEach
  void start() {
    fixture = new LookupFixture();
    stub = fixture.stub;
  }

  @AfterEach
  void stop() throws TimeoutException {
    fixture.close();
  }

  @Test
  void a_project_is_fetched_once_and_cached_with_its_age() throws TimeoutException {
    stub.project("demo", DOCUMENT);
    assertEquals("1.0", known(fixture.project("Demo")).value().version());
    fixture.clock.advance(Duration.ofMinutes(9));
    Answer.Known<Project> second = known(fixture.project("demo"));
    assertEquals(Duration.ofMinutes(9), second.age());
    assertEquals(false, second.stale());
    assertEquals(1, stub.requests());
  }

  @Test
  void a_thousand_readers_at_once_cost_one_request() throws TimeoutException {
    stub.answer("/pypi/demo/json", Behaviour.json(DOCUMENT).after(Duration.ofMillis(50)));
    List<Future<Answer<Project>>> answers =
        IntStream.range(0, 1_000)
            .mapToObj(i -> fixture.lookups().find(ProjectKey.of(name("demo"))))
            .toList();
    for (Future<Answer<Project>> answer : answers) {
      known(await(answer));
    }
    assertEquals(1, stub.requests());
  }

  @Test
  void a_stale_project_is_returned_at_once_while_it_is_fetched_again() throws TimeoutException {
    stub.project("demo", DOCUMENT);
    fixture.project("demo");
    fixture.clock.advance(Duration.ofHours(1));
    stub.answerEverything(Behaviour.hang());
    Answer.Known<Project> stale = known(fixture.project("demo"));
    assertTrue(stale.stale());
    assertEquals(Duration.ofHours(1), stale.age());
  }

  @Test
  void an_unknown_project_is_cached_for_a_minute() throws TimeoutException {
    assertInstanceOf(Answer.Missing.class, fixture.project("nobody"));
    fixture.clock.advance(Duration.ofSeconds(59));
    assertInstanceOf(Answer.Missing.class, fixture.project("nobody"));
    assertEquals(1, stub.requests());
    fixture.clock.advance(Duration.ofSeconds(2));
    assertInstanceOf(Answer.Missing.class, fixture.project("nobody"));
    assertEquals(2, stub.requests());
  }

  @Test
  void a_version_that_could_leave_the_path_is_missing_without_a_request() throws TimeoutException {
    assertInstanceOf(
        Answer.Missing.class,
        await(
            fixture
                .lookups()
                .find(new ProjectKey(name("demo"), none(), Optional.of("../../simple")))));
    assertEquals(0, stub.requests());
  }

  @Test
  void a_hanging_upstream_is_given_up_at_the_deadline() throws TimeoutException {
    stub.answerEverything(Behaviour.hang());
    assertEquals(new Answer.Failed<>(Reason.SLOW), fixture.project("demo"));
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
