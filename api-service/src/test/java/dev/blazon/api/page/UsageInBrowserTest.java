package dev.blazon.api.page;

import static dev.blazon.api.usage.StubUsage.row;
import static dev.blazon.api.usage.StubUsage.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dev.blazon.api.usage.StubUsage;
import dev.blazon.api.usage.UsageServer;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.UsageTable.Row;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about usage, and its counts, in a browser. */
final class UsageInBrowserTest extends PageInBrowser {

  private static final String OVERVIEW = "/operator/usage";
  private static final String COUNT = "/v1/count?group_by=uname$system&format=html";

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "python$minor", List.of("3.12", "3.11", "3.13", "3.10", "3.9", "3.8", "3.14"),
          "uname$system", List.of("Linux", "Windows", "Darwin", "FreeBSD"),
          "package", List.of("<script>alert(1)</script>", "example-tool", "a-rather-long-name"));

  private final Vertx vertx = Vertx.vertx();
  private UsageServer server;

  @BeforeAll
  void startUsage() throws TimeoutException {
    server =
        UsageServer.start(vertx, new StubUsage().answers(UsageInBrowserTest::answer), Map.of());
  }

  @AfterAll
  void stopUsage() throws TimeoutException {
    server.close();
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  private static Future<UsageTable> answer(UsageQuestion question) {
    List<String> values = VALUES.get(question.groupBy().get(0).toString());
    List<Row> rows = new ArrayList<>();
    LocalDate first = LocalDate.parse("2026-09-07");
    for (int week = 0; week < (question.interval().isPresent() ? 12 : 1); week++) {
      for (int i = 0; i < values.size(); i++) {
        long reports = Math.round(9_000 / Math.pow(i + 1, 1.3)) + 40L * week * (i % 3);
        rows.add(
            question.interval().isPresent()
                ? row(first.plusWeeks(week).toString(), reports, reports / 9, values.get(i))
                : row(reports, values.get(i)));
      }
    }
    return Future.succeededFuture(
        table(rows.stream().mapToLong(Row::reports).sum(), 0, rows.toArray(Row[]::new)));
  }

  @Override
  String base() {
    return "http://127.0.0.1:" + server.port();
  }

  @Test
  void everyone_reads_what_is_collected_and_how_to_say_no() {
    Page page = open("/usage");

    assertEquals("Usage reports", page.textContent("h1"));
    String words = page.textContent("main");
    assertTrue(words.contains("DO_NOT_TRACK=1"), words);
    assertTrue(words.contains("30 days"), words);
    assertTrue(words.contains("never kept"), words);
    assertTrue(page.textContent("#snippet-usage").contains("blazon_usage.report"), words);
  }

  @Test
  void the_operator_sees_shares_curves_and_tables_without_scripts() {
    Page page = open(reader().setJavaScriptEnabled(false), OVERVIEW);

    assertEquals(6, page.querySelectorAll("figure.chart img").size());
    assertEquals(3, page.querySelectorAll("table.ranking").size());
    assertEquals("3.12", page.textContent("table.ranking tbody td"));
    page.click("text=A year");
    page.waitForURL("**" + OVERVIEW + "?days=365");
    page.click("text=Hosts, each once");
    page.waitForURL("**" + OVERVIEW + "?days=365&distinct=hosts");
    assertEquals("2025-12-01", page.textContent("p.lead").replaceAll(".*since ([-0-9]+).*", "$1"));
  }

  @Test
  void all_pictures_are_shown() {
    assertTrue(allPicturesShown(open(reader(), OVERVIEW)));
    assertTrue(allPicturesShown(open(reader(), COUNT)));
  }

  @Test
  void nobody_else_sees_the_counts() {
    Page page = open("/usage");
    Response answer = page.navigate(base() + OVERVIEW);

    assertEquals(401, answer.status());
    assertFalse(answer.text().contains("3.12"), answer.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/usage", OVERVIEW, COUNT})
  void a_narrow_phone_needs_no_sideways_scrolling(String path) {
    assertNeedsNoSidewaysScrolling(open(reader().setViewportSize(360, 740), path));
  }

  @ParameterizedTest
  @CsvSource({
    "/usage, LIGHT",
    "/usage, DARK",
    OVERVIEW + ", LIGHT",
    OVERVIEW + ", DARK",
    COUNT + ", LIGHT",
  })
  void every_page_is_accessible(String path, ColorScheme scheme) {
    assertEquals("", Axe.violations(open(reader().setColorScheme(scheme), path)));
  }

  @Test
  void values_of_reports_are_never_run() {
    for (String path : List.of(OVERVIEW, "/v1/count?group_by=package&format=html")) {
      Page page = open(reader(), path);

      assertEquals(1, page.querySelectorAll("script").size(), path);
      assertTrue(page.textContent("main").contains("<script>alert(1)</script>"), path);
    }
  }

  private static Browser.NewContextOptions reader() {
    return new Browser.NewContextOptions().setExtraHTTPHeaders(UsageServer.AS_READER);
  }
}
