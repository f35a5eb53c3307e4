package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.Deployment;
import dev.blazon.api.Documents;
import dev.blazon.api.HttpAsker;
import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.ImportedCounts;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a project, with counts that were imported from a file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectPageHttpTest {

  private final Vertx vertx = Vertx.vertx();
  private StubServer pypi;
  private Deployment blazon;
  private HttpAsker asker;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    pypi = StubServer.start(vertx);
    for (String name : List.of("many-versions", "one-day", "hostile", "brand-new")) {
      pypi.project(name, Documents.good(name, "1.2.3"));
    }
    pypi.project("well-kept", CountedProjects.document());
    pypi.answer("/pypi/flask/json", Behaviour.status(503));
    pypi.answer("/pypi/down/json", Behaviour.hang());
    Map<String, String> settings =
        new HashMap<>(ImportedCounts.settings(folder, CountedProjects.csv()));
    settings.put("BLAZON_PYPI_URL", pypi.url().toString());
    settings.put("BLAZON_UPSTREAM_DEADLINE", "400ms");
    settings.put("BLAZON_CACHE_DIR", folder.toString());
    blazon = Deployment.start(settings);
    asker = new HttpAsker(blazon.port());
  }

  @AfterAll
  void stop() throws TimeoutException {
    asker.close();
    blazon.close();
    pypi.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "well-kept | 200 | Keeps things well",
        "well-kept | 200 | Ada Lovelace, Charles Babbage",
        "well-kept | 200 | released 2 January 2026",
        "well-kept | 200 | Every download that PyPI counts, mirrors included, from 1 July 2026",
        "well-kept | 200 | to 28 September 2026 (UTC); 1 day of them missing. Source: files of the",
        "well-kept | 200 | not compared: counting changed on 24 August 2026",
        "well-kept?mirrors=false | 200 | without those of known mirrors",
        "one-day   | 200 | <span class=\"number\">12</span>",
        "brand-new | 200 | Nobody has downloaded this project on the days that are counted",
        "deleted   | 200 | PyPI no longer has a project of this name",
        "deleted   | 200 | /download/deleted/badge.svg",
        "flask     | 200 | PyPI does not answer at the moment",
        "flask     | 200 | 27.0M",
        "down      | 200 | PyPI does not answer at the moment",
        "nobody    | 404 | PyPI knows no project called <strong>nobody",
        "-x-       | 404 | cannot be the name of a project",
        "%22%3E    | 404 | cannot be the name of a project",
      })
  void everything_is_said_kindly_and_with_the_right_status(String path, int status, String words) {
    Response page = asker.get("/project/" + path);

    assertEquals(status, page.status());
    assertTrue(page.text().contains(words), page.text());
  }

  @Test
  void a_deleted_project_shows_only_badges_that_still_have_something_to_say() {
    assertFalse(asker.get("/project/deleted").text().contains("/version/deleted/badge.svg"));
  }

  @Test
  void the_page_is_there_under_the_search_form_s_address_too() {
    String found = asker.get("/?project=Well-Kept&days=30").text();

    assertTrue(found.contains("<link rel=\"canonical\" href=\"http://127.0.0.1:"), found);
    assertTrue(found.contains("/project/well-kept\">"));
    assertEquals(asker.get("/project/Well-Kept?days=30").text(), found);
  }

  @ParameterizedTest
  @CsvSource({
    "/projects/requests,                        /project/requests",
    "/projects/Flask/,                          /project/Flask",
    "/projects/requests?versions=2.*%2C2.31.0,  /project/requests?by=version&versions=2.%2A%2C2.31.0",
    "/projects/x?timeRange=sixMonths&category=version&granularity=weekly,"
        + " /project/x?by=version&days=180&interval=week",
    "/packages/requests,                        /project/requests",
    "/packages/requests?lookback=30,            /project/requests?days=30",
    "/packages/requests?lookback=45,            /project/requests",
    "/packages/a.b_c,                           /project/a.b_c",
  })
  void the_paths_of_other_services_lead_here(String theirs, String ours) {
    Response answer = asker.get(theirs);

    assertEquals(301, answer.status());
    assertEquals(ours, answer.header("Location"));
  }

  @ParameterizedTest
  @CsvSource({"/projects/-x-", "/packages/%0D%0ALocation:x", "/projects/a/b"})
  void no_name_leads_nowhere(String path) {
    assertEquals(404, asker.get(path).status());
  }

  @Test
  void what_the_page_links_to_is_there() {
    String page = asker.get("/project/well-kept?by=version&versions=2.*&days=30").text();
    Matcher links = Pattern.compile("\"(/(?:api/v3|project)/[^\"#]*)").matcher(page);
    int found = 0;
    while (links.find()) {
      String address = links.group(1).replace("&amp;", "&");
      assertEquals(200, asker.get(address).status(), address);
      found++;
    }
    assertTrue(found > 20, found + " links");
  }

  @Test
  void five_thousand_versions_make_no_long_page() {
    Response page =
        asker.get("/project/many-versions?by=version", Map.of("Accept-Encoding", "gzip"));
    String text = asker.get("/project/many-versions?by=version").text();

    assertTrue(page.body().length() < 15_000, page.body().length() + " bytes");
    assertTrue(text.contains("All 5,000 are in the <a href="), text);
    Matcher csv = Pattern.compile("All 5,000 are in the <a href=\"([^\"]*)").matcher(text);
    assertTrue(csv.find());
    String rows = asker.get(csv.group(1).replace("&amp;", "&")).text();
    assertEquals(1 + 5_000, rows.lines().count());
  }

  @Test
  void what_strangers_wrote_stays_text() {
    String page = asker.get("/project/hostile?by=version").text();

    assertEquals(1, page.split("<script", -1).length - 1, page);
    assertFalse(page.contains("<img src=x"), page);
    assertFalse(asker.get("/project/well-kept").text().contains("javascript:"));
  }

  @Test
  void links_that_strangers_chose_are_not_followed_in_our_name() {
    String page = asker.get("/project/well-kept").text();

    assertTrue(
        page.contains("<a href=\"https://git.example.org/well-kept\" rel=\"nofollow noopener\">"));
  }

  /** A history that is fetched for the first time, from a source that takes its time. */
  @Test
  void numbers_that_are_on_their_way_do_not_hold_the_page(@TempDir Path folder) {
    StubServer silent = StubServer.start(vertx).answerEverything(Behaviour.hang());
    pypi.project("slow", Documents.good("slow", "1.0"));
    Map<String, String> settings = new HashMap<>();
    settings.put("BLAZON_PYPI_URL", pypi.url().toString());
    settings.put("BLAZON_CACHE_DIR", folder.toString());
    settings.put("BLAZON_STATS_DATABASE", "sqlite:" + folder.resolve("stats"));
    settings.put("BLAZON_CLICKHOUSE_URL", silent.url().toString());
    settings.put("BLAZON_PYPISTATS_URL", silent.url().toString());
    settings.put("BLAZON_PEPY_URL", silent.url().toString());
    try (Deployment other = Deployment.start(settings);
        HttpAsker client = new HttpAsker(other.port())) {
      Response page = client.get("/project/slow");

      assertEquals(200, page.status());
      assertEquals("no-store", page.header("Cache-Control"));
      assertTrue(page.text().contains("Its downloads are being counted"), page.text());
      assertTrue(page.text().contains("<a href=\"/project/slow\">Load this page again</a>"));
      assertTrue(page.text().contains("/version/slow/badge.svg"));
    } finally {
      silent.close();
    }
  }
}
