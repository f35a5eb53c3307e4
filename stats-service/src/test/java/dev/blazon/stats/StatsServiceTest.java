package dev.blazon.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.corpus.Corpus;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Filter;
import dev.blazon.count.Measure;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.Download;
import dev.blazon.testing.Eventually;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What readers see of projects that nobody asked for before, whatever the sources do. */
@Timeout(120)
final class StatsServiceTest {

  private static final Day FIRST = Day.of(2026, 1, 1);
  private static final Day LAST = Day.of(2026, 7, 11);
  private static final ProjectName LEAN = StatsFixture.name("lean-lsp-mcp");
  private static final ProjectName MADE_UP = StatsFixture.name("made-up");

  /** lean-lsp-mcp on 2026-03-22, in ClickPy's rows. */
  private static final long OF_MARCH = 396;

  /** The same project from 2026-06-28 to 2026-07-11, as pypistats counts it. */
  private static final long OF_JULY = 147_183;

  @TempDir private Path folder;
  private StatsFixture stats;

  @BeforeEach
  void start() {
    stats = new StatsFixture(folder.resolve("store"), Instant.parse("2026-07-12T09:00:00Z"));
    stats.clickpy.loaded(FIRST, LAST).add(Download.leanLspMcp());
    stats.json.document(
        "/api/packages/lean-lsp-mcp/overall",
        Corpus.text("statistics/pypistats/lean-lsp-mcp-overall-extract.json"));
  }

  @AfterEach
  void stop() throws Exception {
    stats.close();
  }

  @Test
  void the_first_question_is_answered_right_and_again_after_a_restart_without_the_source()
      throws Exception {
    assertEquals(OF_MARCH, stats.counted(LEAN, Window.ALL).downloads());
    stats.restart();
    stats.breakClickHouse();
    Total all = stats.counted(LEAN, Window.ALL);
    assertEquals(OF_MARCH, all.downloads());
    assertEquals(List.of("clickhouse"), all.basis().sources());
    Total month = stats.counted(LEAN, Window.MONTH);
    assertEquals(0, month.downloads());
    assertEquals(new DayRange(LAST.minus(29), LAST), month.basis().days());
    assertEquals(List.of(), stats.json.seen());
  }

  @Test
  void a_version_is_counted_at_the_first_question() throws Exception {
    TotalQuery query =
        new TotalQuery(LEAN, Window.ALL, Measure.ALL, new Filter.Versions(List.of("0.1*")));
    long expected =
        Download.leanLspMcp().stream()
            .filter(row -> row.version().startsWith("0.1"))
            .mapToLong(Download::count)
            .sum();
    CountAnswer<Total> answer =
        StatsFixture.await(stats.service().total(query, StatsFixture.PATIENCE));
    assertInstanceOf(CountAnswer.Counted.class, answer);
    assertEquals(expected, ((CountAnswer.Counted<Total>) answer).value().downloads());
  }

  @Test
  void a_thousand_readers_of_an_unseen_project_make_one_query() throws Exception {
    TotalQuery query = new TotalQuery(LEAN, Window.ALL, Measure.ALL, Filter.NONE);
    List<Future<CountAnswer<Total>>> readers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      readers.add(stats.service().total(query, StatsFixture.PATIENCE));
    }
    for (Future<CountAnswer<Total>> reader : readers) {
      CountAnswer<Total> answer = StatsFixture.await(reader);
      assertInstanceOf(CountAnswer.Counted.class, answer, answer.toString());
      assertEquals(OF_MARCH, ((CountAnswer.Counted<Total>) answer).value().downloads());
    }
    assertEquals(1, stats.clickpy.queries(ClickPyStandIn.VERSIONS).size());
    assertEquals(1_000, stats.count("blazon.stats.answers", "answer", "counted"));
  }

  @Test
  void when_clickhouse_fails_pypistats_gives_the_newest_days_but_no_all_time_total()
      throws Exception {
    stats.breakClickHouse();
    Total month = stats.counted(LEAN, Window.MONTH);
    assertEquals(OF_JULY, month.downloads());
    assertEquals(List.of("pypistats"), month.basis().sources());
    assertEquals(
        new CountAnswer.Unanswered<>(Reason.UNKNOWN), stats.total(LEAN, Window.ALL, Measure.ALL));
    assertEquals(1, stats.json.seen().size());
    assertEquals(
        1, stats.count("blazon.stats.fetches", "source", "pypistats", "outcome", "complete"));
    assertTrue(
        stats.count("blazon.stats.fetches", "source", "clickhouse", "outcome", "unavailable") > 0);
  }

  @Test
  void clickhouse_s_history_replaces_pypistats_behind_the_reader_s_back() throws Exception {
    stats.breakClickHouse();
    assertEquals(OF_JULY, stats.counted(LEAN, Window.MONTH).downloads());
    stats.restart(); // The pause after the failure is over, too.
    stats.clickpy.recover();
    assertEquals(OF_JULY, stats.counted(LEAN, Window.MONTH).downloads());
    Eventually.eventually(stats.vertx, 60, this::isFromClickHouse);
    assertEquals(0, stats.counted(LEAN, Window.MONTH).downloads());
    assertEquals(OF_MARCH, stats.counted(LEAN, Window.ALL).downloads());
  }

  private boolean isFromClickHouse() {
    try {
      return stats.total(LEAN, Window.MONTH, Measure.ALL)
              instanceof CountAnswer.Counted<Total> counted
          && counted.value().basis().sources().equals(List.of("clickhouse"));
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void with_a_key_pepy_knows_the_all_time_total_when_clickhouse_fails() throws Exception {
    stats.with("BLAZON_PEPY_API_KEY", "key").breakClickHouse();
    stats.json.document(
        "/api/v2/projects/lean-lsp-mcp",
        """
        {"total_downloads":7925648,"id":"lean-lsp-mcp","versions":["1.0"],
         "downloads":{"2026-07-11":{"1.0":123}}}
        """);
    for (int i = 0; i < 3; i++) {
      Total all = stats.counted(LEAN, Window.ALL);
      assertEquals(7_925_648, all.downloads());
      assertEquals(List.of("pepy"), all.basis().sources());
      assertEquals(LAST, all.basis().days().last());
    }
    assertEquals(1, stats.json.seen().size());
    assertEquals("key", stats.json.seen().get(0).apiKey());
  }

  @Test
  void a_project_without_downloads_has_none_on_certain_days_and_is_asked_for_once()
      throws Exception {
    for (int i = 0; i < 3; i++) {
      assertEquals(
          new CountAnswer.NoDownloads<>(Optional.of(new DayRange(FIRST, LAST))),
          stats.total(MADE_UP, Window.MONTH, Measure.ALL));
    }
    assertEquals(1, stats.clickpy.queries(ClickPyStandIn.SIZES).size());
    assertEquals(List.of(), stats.json.seen());
  }

  @Test
  void a_reader_does_not_wait_for_a_source_that_hangs() throws Exception {
    stats.clickpy.answer(ClickPyStandIn.SIZES, (request, body) -> {});
    Duration within = Duration.ofSeconds(3);
    assertEquals(
        new CountAnswer.Unanswered<>(Reason.COMING),
        stats.total(LEAN, Window.ALL, Measure.ALL, within));
  }

  @Test
  void nobody_knows_a_project_when_all_sources_fail() throws Exception {
    stats.breakClickHouse();
    assertEquals(
        new CountAnswer.Unanswered<>(Reason.FAILED),
        stats.total(MADE_UP, Window.MONTH, Measure.ALL));
  }

  @Test
  void a_database_that_cannot_be_opened_is_tried_again() throws Exception {
    Path store = folder.resolve("store");
    Files.writeString(store, "a file where the folder should be");
    assertEquals(
        new CountAnswer.Unanswered<>(Reason.FAILED), stats.total(LEAN, Window.ALL, Measure.ALL));
    assertEquals(1, stats.registry.get("blazon.stats.store.failing").gauge().value());
    Files.delete(store);
    Eventually.eventually(stats.vertx, 60, this::isFromClickHouse);
    Eventually.eventually(
        stats.vertx, () -> stats.registry.get("blazon.stats.store.failing").gauge().value() == 0);
  }

  @Test
  void nothing_is_opened_before_the_first_question() throws Exception {
    stats.service();
    assertTrue(Files.notExists(folder.resolve("store")));
    assertEquals(List.of(), stats.clickpy.queries());
  }
}
