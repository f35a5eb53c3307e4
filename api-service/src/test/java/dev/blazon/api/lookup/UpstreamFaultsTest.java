package dev.blazon.api.lookup;

import static dev.blazon.api.lookup.LookupFixture.DOCUMENT;
import static dev.blazon.api.lookup.LookupFixture.await;
import static dev.blazon.api.lookup.LookupFixture.known;
import static dev.blazon.api.lookup.LookupFixture.name;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.lookup.Answer.Reason;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests every fault of an index, with a real server on a local port that has the fault. */
class UpstreamFaultsTest {

  private static final String PATH = "/pypi/demo/json";

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

  static Stream<Arguments> faults() {
    Buffer nonsense = Buffer.buffer("nonsense ".repeat(10 << 17));
    return Stream.of(
        Arguments.of("hangs up", Reason.UNREACHABLE, Behaviour.hangUp()),
        Arguments.of("hangs", Reason.SLOW, Behaviour.hang()),
        Arguments.of("stalls", Reason.SLOW, Behaviour.stallMidBody(DOCUMENT.substring(0, 20))),
        Arguments.of(
            "resets", Reason.UNREACHABLE, Behaviour.resetMidBody(DOCUMENT.substring(0, 20))),
        Arguments.of("sends HTML", Reason.INVALID, Behaviour.html()),
        Arguments.of("sends 10 MB", Reason.INVALID, Behaviour.body("application/json", nonsense)),
        Arguments.of("cuts JSON", Reason.INVALID, Behaviour.json(DOCUMENT.substring(0, 20))),
        Arguments.of("sends nothing", Reason.INVALID, Behaviour.json("")),
        Arguments.of("says 500", Reason.UNREACHABLE, Behaviour.status(500)),
        Arguments.of("says 503", Reason.UNREACHABLE, Behaviour.status(503)),
        Arguments.of("says 403", Reason.REFUSED, Behaviour.status(403)),
        Arguments.of("says 429", Reason.RATE_LIMITED, Behaviour.status(429)),
        Arguments.of("says 304 unasked", Reason.INVALID, Behaviour.status(304)),
        Arguments.of("redirects away", Reason.INVALID, redirect("https://example.com/x")),
        Arguments.of("redirects in circles", Reason.INVALID, redirect(PATH)),
        Arguments.of("redirects nowhere", Reason.INVALID, redirect("http://[")),
        Arguments.of("packs nonsense", Reason.INVALID, encoded("gzip", "nonsense")),
        Arguments.of("packs strangely", Reason.INVALID, encoded("br", "nonsense")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void an_index_that(String fault, Reason reason, Behaviour behaviour) throws TimeoutException {
    stub.answerEverything(behaviour);
    long begun = System.nanoTime();
    assertEquals(new Answer.Failed<>(reason), fixture.project("demo"));
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 3_500);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void a_known_project_is_answered_at_once_though_its_index(
      String fault, Reason reason, Behaviour behaviour) throws TimeoutException {
    stub.project("demo", DOCUMENT);
    known(fixture.project("demo"));
    stub.answerEverything(behaviour);
    fixture.clock.advance(Duration.ofHours(5));
    for (int i = 0; i < 3; i++) {
      Answer.Known<?> known = known(fixture.project("demo"));
      assertEquals(Duration.ofHours(5), known.age());
      assertTrue(known.stale());
    }
  }

  @Test
  void an_index_that_refuses_gets_no_requests_for_a_while_and_is_found_when_it_is_back()
      throws TimeoutException {
    stub.gone();
    for (int i = 0; i < 8; i++) {
      assertEquals(new Answer.Failed<>(Reason.UNREACHABLE), fixture.project("gone-" + i));
    }
    assertEquals(1, fixture.gauge("blazon.upstream.breaker.open", "upstream", "pypi"));
    stub.back().project("demo", DOCUMENT);
    assertEquals(new Answer.Failed<>(Reason.UNREACHABLE), fixture.project("demo"));
    fixture.clock.advance(Duration.ofSeconds(6));
    known(fixture.project("demo"));
    assertEquals(0, fixture.gauge("blazon.upstream.breaker.open", "upstream", "pypi"));
  }

  @Test
  void retry_after_applies_to_all_projects() throws TimeoutException {
    stub.answer(PATH, Behaviour.status(429, "", Map.of("Retry-After", "120")));
    stub.project("other", DOCUMENT);
    assertEquals(new Answer.Failed<>(Reason.RATE_LIMITED), fixture.project("demo"));
    fixture.clock.advance(Duration.ofSeconds(119));
    assertEquals(new Answer.Failed<>(Reason.RATE_LIMITED), fixture.project("other"));
    assertEquals(1, stub.requests());
    fixture.clock.advance(Duration.ofSeconds(10));
    known(fixture.project("other"));
  }

  @Test
  void a_failure_is_cached_for_a_moment_only() throws TimeoutException {
    stub.answerEverything(Behaviour.html());
    fixture.project("demo");
    fixture.project("demo");
    assertEquals(1, stub.requests());
    stub.recover().project("demo", DOCUMENT);
    fixture.clock.advance(Duration.ofSeconds(6));
    known(fixture.project("demo"));
  }

  @Test
  void an_unchanged_document_costs_a_304_and_counts_as_fresh_again() throws TimeoutException {
    stub.answer(PATH, Behaviour.jsonWithEtag(DOCUMENT, "\"abc\""));
    known(fixture.project("demo"));
    fixture.clock.advance(Duration.ofMinutes(11));
    assertTrue(known(fixture.project("demo")).stale());
    fixture.eventually(() -> stub.requests() == 2 && isFresh());
    assertEquals("\"abc\"", stub.seen().get(1).headers().get("If-None-Match"));
    Answer.Known<?> again = known(fixture.project("demo"));
    assertEquals(Duration.ZERO, again.age());
  }

  @Test
  void a_gzipped_document_and_one_redirected_on_the_same_server_are_read() throws TimeoutException {
    stub.answer(PATH, redirect("/pypi/moved/json"));
    stub.answer("/pypi/moved/json", Behaviour.gzippedJson(DOCUMENT));
    assertEquals("1.0", known(fixture.project("demo")).value().version());
    assertTrue(stub.seen().get(0).headers().get("User-Agent").startsWith("blazon/"));
  }

  @Test
  void a_small_answer_that_unpacks_to_more_than_64_mb_is_refused() throws TimeoutException {
    String huge = "{\"info\": {\"version\": \"1\"}, \"x\": [" + " ".repeat(65 << 20) + "]}";
    stub.answer(PATH, Behaviour.gzippedJson(huge));
    assertEquals(new Answer.Failed<>(Reason.INVALID), fixture.project("demo"));
  }

  @Test
  void a_version_is_a_segment_of_the_address_and_nothing_else() throws TimeoutException {
    for (String version : new String[] {"..", ".", "1/../..", "1%2F..", "1?x", "1#x", "", " 1"}) {
      assertInstanceOf(
          Answer.Missing.class,
          await(
              fixture
                  .lookups()
                  .find(new ProjectKey(name("demo"), Optional.empty(), Optional.of(version)))));
    }
    assertEquals(0, stub.requests());
    stub.answer("/pypi/demo/1%212.0%2Blocal/json", Behaviour.json(DOCUMENT));
    known(
        await(
            fixture
                .lookups()
                .find(new ProjectKey(name("demo"), Optional.empty(), Optional.of("1!2.0+local")))));
  }

  private boolean isFresh() {
    try {
      return !known(fixture.project("demo")).stale();
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static Behaviour redirect(String location) {
    return Behaviour.status(301, "", Map.of("Location", location));
  }

  private static Behaviour encoded(String encoding, String body) {
    return Behaviour.status(200, body, Map.of("Content-Encoding", encoding));
  }
}
