package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.Deployment;
import dev.blazon.api.Documents;
import dev.blazon.api.testing.CountsStandIn;
import dev.blazon.api.testing.ImportedDays;
import dev.blazon.api.testing.StubServer;
import dev.blazon.count.Day;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparisons, rankings and days, as a real server shows them without a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ComparePagesTest {

  private static final int DAYS = 200;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private StubServer pypi;
  private Deployment blazon;

  @BeforeAll
  void start(@TempDir Path folder) {
    pypi = StubServer.start(vertx);
    pypi.project("brand-new", Documents.good("brand-new", "0.1"));
    Map<String, String> settings = new HashMap<>(CountsStandIn.PATIENT);
    settings.putAll(
        ImportedDays.of(DAYS)
            .project("alpha", back -> 100)
            .project("beta", back -> 200)
            .project("gamma", back -> back < 30 ? 1_000 : 50)
            .project("delta", back -> back < 10 ? 5 : 0)
            .without(Day.of(2026, 9, 10))
            .into(folder));
    settings.put("BLAZON_PYPI_URL", pypi.url().toString());
    settings.put("BLAZON_PUBLIC_URL", "https://badges.test");
    settings.put("BLAZON_CACHE_DIR", folder.resolve("cache").toString());
    blazon = Deployment.start(settings);
  }

  @AfterAll
  void stop() throws TimeoutException {
    blazon.close();
    pypi.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void projects_are_sorted_by_downloads_with_share_last_day_and_all_time() {
    String page = text("/compare?projects=alpha,beta,gamma&days=30");

    // 29 of the 30 days are known.
    assertTrue(
        page.contains(
            "Project Downloads in 30 days Share Change Last day All time" + " gamma 29,000 76.9 %"),
        page);
    assertTrue(page.contains(" beta 5,800 15.4 % counting changed 200 39,800"), page);
    assertTrue(page.contains(" alpha 2,900 7.7 % counting changed 100 19,900"), page);
    assertTrue(page.contains(" Together 37,700 "), page);
    assertTrue(page.contains("The days are 30 August 2026 to 28 September 2026 (UTC)."), page);
    assertTrue(page.contains("29 of 30 days are known"), page);
    assertTrue(page.contains("it would reach across 24 August 2026, when counting changed"), page);
    assertTrue(page.contains("all downloads that PyPI counts, up to 28 September 2026"), page);
  }

  @Test
  void the_break_within_the_days_is_explained() {
    String page = text("/compare?projects=alpha,beta");

    assertTrue(page.contains("Counting changed on 24 August 2026: Since 2026-08-24"), page);
    assertFalse(text("/compare?projects=alpha&days=30").contains("Counting changed on"));
  }

  @Test
  void mirrors_are_left_out_if_the_reader_wants_that() {
    String page = text("/compare?projects=alpha,beta&days=30&mirrors=false");

    assertTrue(page.contains(" beta 5,220 66.7 %"), page);
    assertTrue(page.contains("downloads without mirrors, up to"), page);
  }

  @Test
  void all_days_have_no_window_before() {
    String page = text("/compare?projects=alpha,beta&days=all");

    assertTrue(page.contains("Share Last day All time beta 39,800 66.7 % 200 39,800"), page);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-such-thing | no-such-thing: PyPI knows no such project.
          brand-new     | brand-new: PyPI knows it, and no download of it was counted yet.
          -x-           | -x- cannot be the name of a project
          %3Cb%3E       | <b> cannot be the name of a project
          """)
  void what_cannot_be_compared_is_said_and_the_others_are_shown(String name, String words) {
    String page = text("/compare?projects=alpha," + name + ",beta");

    assertTrue(page.contains(words), page);
    assertTrue(page.contains(" beta "), page);
    assertTrue(page.contains("Together"), page);
  }

  @Test
  void nothing_but_names_that_cannot_be_compared_is_a_page_too() {
    String page = text("/compare?projects=nobody,-x-");

    assertTrue(page.contains("nobody: PyPI knows no such project"), page);
    assertFalse(page.contains("Together"), page);
  }

  @Test
  void eight_are_compared_and_the_rest_is_named() {
    String page = text("/compare?projects=alpha,b1,b2,b3,b4,b5,b6,b7,b8,b9");

    assertTrue(page.contains("These are left out: b8 and b9."), page);
  }

  @Test
  void every_choice_is_in_the_urls_of_the_page() {
    String page = get("/compare?projects=Alpha,beta&days=30&mirrors=false").body();

    assertTrue(page.contains("href=\"/compare?projects=beta&amp;days=30&amp;mirrors=false\""));
    assertTrue(page.contains("value=\"Alpha, beta\""), page);
    assertTrue(page.contains("href=\"/project/Alpha\""), page);
    assertTrue(
        page.contains(
            "](https://badges.test/chart/Alpha,beta.svg?days=30&amp;interval=day&amp;mirrors=false)"
                + "](https://badges.test/compare?projects=Alpha,beta"),
        page);
  }

  @Test
  void without_names_there_is_a_form_and_examples() {
    String page = get("/compare").body();

    assertTrue(page.contains("name=\"projects\""), page);
    assertTrue(page.contains("/compare?projects=requests,httpx,aiohttp"), page);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /top                     | Place Project Downloads Place: all time 1 gamma 29,050 2 ▲1 2 beta 6,000 1 ▼1
          /top?period=day          | 1 gamma 1,000 1 2 beta 200 2 3 alpha 100 3 4 delta 5 4
          /top?period=all          | Place Project Downloads 1 beta 39,800 2 gamma
          /top?period=day&mirrors=false | 1 gamma 900 1 2 beta 180
          /top?period=x&page=x     | 1 gamma 29,050
          /top?page=2              | The ranking has 4 places.
          /rising?list=risen       | Downloads in 30 days 1 delta 50
          """)
  void rankings_are_shown(String path, String words) {
    String page = text(path);

    assertTrue(page.contains(words), page);
    assertTrue(page.contains("up to 28 September 2026, from files of the operator."), page);
  }

  @Test
  void a_ranking_leads_to_its_projects_and_to_their_comparison() {
    String page = get("/top").body();

    assertTrue(page.contains("<a href=\"/project/gamma\">gamma</a>"), page);
    assertTrue(page.contains("\"/compare?projects=gamma,beta,alpha,delta\""), page);
    assertTrue(page.contains("<a href=\"/top\" aria-current=\"page\">Month</a>"), page);
    assertTrue(page.contains("href=\"/top?period=week\""), page);
  }

  @Test
  void growth_is_shown() {
    assertTrue(text("/rising").contains("Growing fastest"));
  }

  @Test
  void the_status_page_shows_the_days() {
    String page = text("/status");

    assertTrue(page.contains("Newest day 28 September 2026"), page);
    assertTrue(page.contains("Missing days 1: 10 September 2026"), page);
    assertTrue(page.contains("Days 199"), page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/compare", "/compare?projects=alpha,beta", "/top", "/rising", "/status"})
  void the_pages_forbid_what_they_do_not_need(String path) {
    HttpResponse<String> view = get(path);

    assertEquals(200, view.statusCode());
    String policy = view.headers().firstValue("content-security-policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
    assertFalse(view.body().contains(" style=\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "projects=%3Cscript%3Ealert(1)%3C/script%3E,alpha",
        "projects=%22onerror%3D%22x,alpha",
        "projects=%00,%FF,%E2%80%AE,alpha",
        "projects=../../etc/passwd,alpha",
        "projects=alpha%0d%0aSet-Cookie:x",
        "projects=alpha&days=99999999999999999999&interval=%3Cb%3E",
      })
  void hostile_names_are_only_words(String query) {
    HttpResponse<String> view = get("/compare?" + query);

    assertEquals(200, view.statusCode());
    assertEquals(1, view.body().split("<script", -1).length - 1);
    assertFalse(view.body().contains("<b>"));
    assertTrue(view.headers().firstValue("set-cookie").isEmpty());
  }

  /** The text of a page, with single spaces. */
  private String text(String path) {
    return get(path)
        .body()
        .replaceAll("(?s)<(script|style|title).*?</\\1>", " ")
        .replaceAll("<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replaceAll("[ \n]+", " ")
        .replace("▲ ", "▲")
        .replace("▼ ", "▼")
        .replace(" :", ":")
        .replace(" .", ".");
  }

  private HttpResponse<String> get(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + blazon.port() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
