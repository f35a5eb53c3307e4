package dev.blazon.api.lookup;

import static dev.blazon.api.lookup.LookupFixture.await;
import static dev.blazon.api.lookup.LookupFixture.known;
import static dev.blazon.api.lookup.LookupFixture.name;
import static dev.blazon.api.testing.StubStats.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.testing.StubStats;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.Filter;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.WeeklyCourse;
import dev.blazon.count.Window;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseLookupTest {

  private static final TotalQuery QUERY =
      new TotalQuery(name("demo"), Window.MONTH, Measure.WITHOUT_MIRRORS, Filter.NONE);
  private static final CourseKey KEY = new CourseKey(QUERY);

  private final LookupFixture fixture = new LookupFixture();
  private final StubStats stats = fixture.stats;

  @AfterEach
  void stop() throws TimeoutException {
    fixture.close();
  }

  @Test
  void a_number_and_its_weeks_are_asked_for_once_and_again_after_some_minutes()
      throws TimeoutException {
    stats.answer(new CountAnswer.Counted<>(total(30, 30)));
    stats.answerSeries(new CountAnswer.Counted<>(days(14)));

    assertEquals(new WeeklyCourse(total(30, 30), List.of(7L, 7L)), known(find()).value());
    find();
    assertEquals(List.of(QUERY), stats.queries());
    assertEquals(
        List.of(Weeks.query(QUERY, total(30, 30).basis().days().last())), stats.seriesQueries());

    fixture.clock.advance(Duration.ofMinutes(11));
    assertTrue(known(find()).stale());
    assertEquals(2, stats.seriesQueries().size());
  }

  @ParameterizedTest
  @CsvSource({"BUSY, SLOW", "SLOW, SLOW", "FAILED, UNREACHABLE", "COMING, COMING"})
  void a_number_without_its_weeks_is_a_failure_that_is_soon_forgotten(
      CountAnswer.Reason reason, Answer.Reason shown) throws TimeoutException {
    stats.answer(new CountAnswer.Counted<>(total(30, 30)));
    stats.answerSeries(new CountAnswer.Unanswered<>(reason));
    assertEquals(new Answer.Failed<>(shown), find());

    stats.answerSeries(new CountAnswer.Counted<>(days(14)));
    fixture.clock.advance(Duration.ofSeconds(2));
    assertEquals(List.of(7L, 7L), known(find()).value().weeks());
  }

  @Test
  void what_a_source_never_tells_leaves_the_number_without_weeks() throws TimeoutException {
    stats.answer(new CountAnswer.Counted<>(total(30, 30)));
    for (CountAnswer<Series> none :
        List.<CountAnswer<Series>>of(
            new CountAnswer.Unanswered<>(CountAnswer.Reason.UNKNOWN),
            new CountAnswer.NoDownloads<>(Optional.empty()))) {
      stats.answerSeries(none);
      fixture.restart();
      assertEquals(new WeeklyCourse(total(30, 30), List.of()), known(find()).value());
    }
  }

  @Test
  void a_project_without_a_number_is_told_like_by_the_number_alone() throws TimeoutException {
    stats.answer(new CountAnswer.NoDownloads<>(Optional.empty()));
    assertEquals(new Answer.Missing<>(), find());

    stats.answer(new CountAnswer.Unanswered<>(CountAnswer.Reason.COMING));
    fixture.restart();
    assertEquals(new Answer.Failed<>(Answer.Reason.COMING), find());
    assertEquals(List.of(), stats.seriesQueries());
  }

  @Test
  void a_silent_stats_service_is_given_up_at_the_deadline() throws TimeoutException {
    fixture.with("BLAZON_UPSTREAM_DEADLINE", "50ms");
    stats.answer(new CountAnswer.Counted<>(total(30, 30)));
    stats.answerSeries(() -> Promise.<CountAnswer<Series>>promise().future());

    assertEquals(new Answer.Failed<>(Answer.Reason.SLOW), find());
  }

  @Test
  void its_key_is_another_than_that_of_the_number_alone() {
    assertNotEquals(new DownloadsKey(QUERY).cacheKey(), KEY.cacheKey());
    assertEquals(QUERY.project(), KEY.project().orElseThrow());
  }

  private Answer<WeeklyCourse> find() throws TimeoutException {
    return await(fixture.lookups().find(KEY));
  }

  /** One download on each of the newest days. */
  private static Series days(int count) {
    int[] known = new int[count];
    long[] downloads = new long[count];
    Arrays.fill(known, 1);
    Arrays.fill(downloads, 1);
    return new Series(
        StubStats.newest(count).days(),
        known,
        List.of(""),
        new long[][] {downloads},
        total(count, count).basis());
  }
}
