package dev.blazon.api.lookup;

import static dev.blazon.api.lookup.LookupFixture.await;
import static dev.blazon.api.lookup.LookupFixture.known;
import static dev.blazon.api.lookup.LookupFixture.name;
import static dev.blazon.api.testing.StubStats.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.StubServer;
import dev.blazon.api.testing.StubStats;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.Dimension;
import dev.blazon.count.Filter;
import dev.blazon.count.Measure;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsLookupTest {

  private static final DownloadsKey KEY = key("Demo", Window.MONTH, Filter.NONE);

  private final LookupFixture fixture = new LookupFixture();
  private final StubStats stats = fixture.stats;
  private final StubServer pypi = fixture.stub;

  @AfterEach
  void stop() throws TimeoutException {
    fixture.close();
  }

  @Test
  void a_number_is_asked_for_once_and_again_after_some_minutes() throws TimeoutException {
    stats.answer(new CountAnswer.Counted<>(total(30, 30)));
    assertEquals(total(30, 30), known(find()).value());
    fixture.clock.advance(Duration.ofMinutes(9));
    assertFalse(known(find()).stale());
    assertEquals(1, stats.queries().size());

    stats.answer(new CountAnswer.Counted<>(total(31, 30)));
    fixture.clock.advance(Duration.ofMinutes(2));
    assertTrue(known(find()).stale());
    assertEquals(total(31, 30), known(find()).value());
    assertEquals(0, pypi.requests());
  }

  @Test
  void a_thousand_readers_at_once_cost_one_question() throws TimeoutException {
    Promise<CountAnswer<Total>> counted = Promise.promise();
    stats.answer(counted::future);
    List<Future<Answer<Total>>> answers =
        IntStream.range(0, 1_000).mapToObj(i -> fixture.lookups().find(KEY)).toList();
    counted.complete(new CountAnswer.Counted<>(total(30, 30)));
    for (Future<Answer<Total>> answer : answers) {
      known(await(answer));
    }
    assertEquals(1, stats.queries().size());
  }

  @Test
  void a_number_is_shown_for_days_when_the_stats_service_fails() throws TimeoutException {
    stats.answer(new CountAnswer.Counted<>(total(30, 30)));
    find();
    stats.answer(new CountAnswer.Unanswered<>(CountAnswer.Reason.FAILED));
    fixture.clock.advance(Duration.ofDays(6));

    Answer.Known<Total> known = known(find());

    assertEquals(total(30, 30), known.value());
    assertTrue(known.stale());
  }

  @Test
  void a_silent_stats_service_is_given_up_at_the_deadline() throws TimeoutException {
    fixture.with("BLAZON_UPSTREAM_DEADLINE", "50ms");
    stats.answer(() -> Promise.<CountAnswer<Total>>promise().future());

    assertEquals(new Answer.Failed<>(Answer.Reason.SLOW), find());
  }

  @ParameterizedTest
  @CsvSource({
    "OFF,     NOT_CONFIGURED",
    "UNKNOWN, NOT_CONFIGURED",
    "COMING,  COMING",
    "BUSY,    SLOW",
    "SLOW,    SLOW",
    "FAILED,  UNREACHABLE",
  })
  void no_answer_is_a_failure_that_is_soon_forgotten(CountAnswer.Reason reason, Answer.Reason shown)
      throws TimeoutException {
    stats.answer(new CountAnswer.Unanswered<>(reason));
    assertEquals(new Answer.Failed<>(shown), find());
    stats.answer(new CountAnswer.Counted<>(total(30, 30)));
    fixture.clock.advance(Duration.ofSeconds(2));

    assertEquals(total(30, 30), known(find()).value());
  }

  @Test
  void a_project_without_downloads_on_known_days_has_none() throws TimeoutException {
    pypi.project("demo", LookupFixture.DOCUMENT);
    stats.answer(new CountAnswer.NoDownloads<>(Optional.of(StubStats.newest(180))));

    Total total = known(find()).value();

    assertEquals(0, total.downloads());
    assertEquals(180, total.basis().knownDays());
  }

  @Test
  void a_project_of_pypi_that_nobody_has_counted_will_be() throws TimeoutException {
    pypi.project("demo", LookupFixture.DOCUMENT);
    stats.answer(new CountAnswer.NoDownloads<>(Optional.empty()));

    assertEquals(new Answer.Failed<>(Answer.Reason.COMING), find());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_project_that_pypi_does_not_know_is_missing(boolean daysAreKnown) throws TimeoutException {
    stats.answer(
        new CountAnswer.NoDownloads<>(
            Optional.of(StubStats.newest(180)).filter(days -> daysAreKnown)));

    assertEquals(new Answer.Missing<>(), find());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void nothing_is_claimed_of_a_project_while_pypi_fails(int status) throws TimeoutException {
    pypi.answerEverything(Behaviour.status(status));
    stats.answer(new CountAnswer.NoDownloads<>(Optional.of(StubStats.newest(180))));

    assertEquals(new Answer.Failed<>(Answer.Reason.COMING), find());
  }

  @Test
  void each_question_has_its_own_key_and_spellings_share_one() {
    List<DownloadsKey> different =
        List.of(
            KEY,
            key("demo", Window.ALL, Filter.NONE),
            key("demo", Window.MONTH, new Filter.Versions(List.of("2.*"))),
            key("demo", Window.MONTH, new Filter.Versions(List.of("2.*", "3.*"))),
            key("demo", Window.MONTH, new Filter.Category(Dimension.SYSTEM, "uv")),
            key("demo", Window.MONTH, new Filter.Category(Dimension.INSTALLER, "uv")));
    assertEquals(
        different.size(), different.stream().map(DownloadsKey::cacheKey).distinct().count());
    assertEquals(KEY.cacheKey(), key("demo", Window.MONTH, Filter.NONE).cacheKey());
    assertEquals(
        key("demo", Window.DAY, new Filter.Category(Dimension.SYSTEM, "Linux")).cacheKey(),
        key("demo", Window.DAY, new Filter.Category(Dimension.SYSTEM, "linux")).cacheKey());
    assertNotEquals(
        KEY.cacheKey(),
        new DownloadsKey(new TotalQuery(name("demo"), Window.MONTH, Measure.ALL, Filter.NONE))
            .cacheKey());
  }

  private Answer<Total> find() throws TimeoutException {
    return await(fixture.lookups().find(KEY));
  }

  private static DownloadsKey key(String project, Window window, Filter filter) {
    return new DownloadsKey(new TotalQuery(name(project), window, Measure.WITHOUT_MIRRORS, filter));
  }
}
