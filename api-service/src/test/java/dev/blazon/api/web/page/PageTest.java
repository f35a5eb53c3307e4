package dev.blazon.api.web.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest extends PageInBrowser {

  private static final String ATTACK = "\"><img src=x onerror=alert(1)><script>alert(1)</script>";

  private static final Path REAL_URLS = Path.of("../../shared/data/pypipin-urls.tsv");

  /** What the first visit may cost, in bytes, all told. */
  private static final int FIRST_LOAD = 100_000;

  @Test
  void a_name_becomes_a_snippet_whose_address_answers_with_the_picture_shown() {
    Page page = open(withClipboard(), "/");
    page.fill("#project", PROJECT);
    page.click("text=Show its shields");
    page.click("[data-copy=snippet-version]");

    String copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertEquals(
        "[![Version](%1$s/version/well-kept/badge.svg)](https://pypi.org/project/well-kept/)"
            .formatted(base()),
        copied);
    Matcher address = Pattern.compile("!\\[[^]]*]\\(([^)]*)\\)").matcher(copied);
    assertTrue(address.find());
    APIResponse answer = page.request().get(address.group(1));
    assertEquals(200, answer.status());
    assertTrue(answer.text().contains("<title>pypi: 1.2.3</title>"), answer.text());
    Locator shown = page.locator(".shield img[src='/version/well-kept/badge.svg']");
    assertEquals("pypi: 1.2.3", shown.getAttribute("alt"));
    assertArrayEquals(answer.body(), page.request().get(base() + shown.getAttribute("src")).body());
    assertTrue(allPicturesShown(page));
  }

  @Test
  void the_usual_badges_are_copied_in_one_piece_and_in_the_markup_asked_for() {
    Page page = open(withClipboard(), "/?project=well-kept&snippet=rst");
    page.click("[data-copy=snippet-usual]");

    String copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertEquals(4, copied.split("\\.\\. image:: ", -1).length - 1, copied);
    assertTrue(copied.contains("\n   :target: https://pypi.org/project/well-kept/\n\n"), copied);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-project", "not a name"})
  void an_unknown_project_is_said_kindly(String name) {
    Page page = open("/");
    page.fill("#project", name);
    Response answer = page.waitForResponse("**/?project=*", () -> page.press("#project", "Enter"));

    assertEquals(404, answer.status());
    page.waitForSelector(".notice");
    assertTrue(page.textContent(".notice").contains(name));
    assertEquals(name, page.inputValue("#project"));
  }

  @Test
  void the_builder_shows_the_badge_while_it_is_described() {
    Page page = open("/build");
    page.selectOption("#shield", "static");
    page.fill("#label", "made-with");
    page.fill("#message", "100 % love_");
    page.fill("#color", "ff69b4");
    page.selectOption("#style", "for-the-badge");
    String path = "/badge/made--with-100_%25_love__-ff69b4.svg?style=for-the-badge";
    page.waitForSelector(".ground.light img[src='" + path + "']");

    assertEquals(base() + path, page.textContent("#snippet-url"));
    assertTrue(page.request().get(base() + path).text().contains("<title>made-with: 100 % love_"));
    assertTrue(allPicturesShown(page));
  }

  @Test
  void a_logo_is_found_by_typing_and_taken_by_a_click() {
    Page page = open("/build?project=well-kept");
    page.fill("#logo", "pyt");
    page.click(".logo[data-value=pytest]");
    page.waitForSelector(".ground.dark img[src='/version/well-kept/badge.svg?logo=pytest']");

    assertEquals("pytest", page.inputValue("#logo"));
    APIResponse badge = page.request().get(base() + "/version/well-kept/badge.svg?logo=pytest");
    assertTrue(badge.text().contains("<image"), badge.text());
  }

  @Test
  void a_readme_of_the_old_days_comes_home() {
    Page page = open(withClipboard(), "/repair");
    page.fill(
        "#readme",
        """
        [![Version](https://pypip.in/v/well-kept/badge.png)](https://pypip.in/)
        .. image:: https://badge.fury.io/py/well-kept.svg
        ![left alone](https://img.shields.io/github/stars/a/b)
        """);
    page.click("text=Repair it");
    page.click("[data-copy=snippet-readme]");

    assertEquals(
        """
        [![Version](%1$s/v/well-kept/badge.png)](%1$s/)
        .. image:: %1$s/py/well-kept.svg
        ![left alone](https://img.shields.io/github/stars/a/b)
        """
            .formatted(base()),
        page.evaluate("navigator.clipboard.readText()"));
    assertEquals("2 badges and 1 link brought home", page.textContent("#repaired"));
    assertTrue(allPicturesShown(page));
  }

  @ParameterizedTest
  @MethodSource("realReadmes")
  @EnabledIf("hasRealReadmes")
  void the_badges_of_a_real_readme_come_home(String readme) {
    Page page = open("/repair");
    page.fill("#readme", readme);
    page.click("text=Repair it");

    assertTrue(allPicturesShown(page));
    assertEquals(readme.lines().count(), page.querySelectorAll(".fixes li").size());
    assertFalse(page.textContent("#snippet-readme").contains("//pypip.in"));
  }

  static boolean hasRealReadmes() {
    return Files.exists(REAL_URLS);
  }

  /** The badges of the ten projects with the most of them, as Markdown. */
  static List<String> realReadmes() throws IOException {
    Map<String, StringBuilder> bySource = new TreeMap<>();
    for (String row : Files.readAllLines(REAL_URLS)) {
      String[] cells = row.split("\t", 2);
      bySource
          .computeIfAbsent(cells[1].split(",", 2)[0], source -> new StringBuilder())
          .append("![](" + cells[0] + ")\n");
    }
    return bySource.values().stream()
        .map(StringBuilder::toString)
        .sorted(Comparator.comparing(String::length).reversed())
        .limit(10)
        .toList();
  }

  @Test
  void a_script_that_fails_says_so_to_the_operator() {
    Page page = open("/");
    Response told =
        page.waitForResponse(
            "**/api/client-errors",
            () -> page.evaluate("setTimeout(() => { throw new Error('on purpose'); })"));

    assertEquals(204, told.status());
    assertTrue(told.request().postData().contains("on purpose"));
    forgive("on purpose");
  }

  @Test
  void all_of_it_works_without_scripts() {
    Browser.NewContextOptions without = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    Page page = open(without, "/");
    page.fill("#project", PROJECT);
    page.click("text=Show its shields");
    assertTrue(page.textContent("#snippet-version").startsWith("[![Version]("));
    assertFalse(page.isVisible("[data-copy=snippet-version]"));

    page.navigate(base() + "/build");
    page.fill("#label", "tested with");
    page.fill("#logo", "pytes");
    page.press("#logo", "Enter");
    page.waitForURL("**/build?*");
    page.focus(".logo[data-value=pytest]");
    page.keyboard().press("Enter");
    page.waitForURL("**/build?*logo=pytest*");
    assertTrue(page.textContent("#snippet-url").endsWith("?label=tested%20with&logo=pytest"));

    page.navigate(base() + "/repair");
    page.fill("#readme", "https://pypip.in/v/x/badge.png");
    page.press("text=Repair it", "Enter");
    assertEquals(base() + "/v/x/badge.png", page.textContent("#snippet-readme"));
  }

  @Test
  void all_of_it_works_with_the_keyboard_alone() {
    Page page = open(withClipboard(), "/");
    page.keyboard().type(PROJECT);
    page.keyboard().press("Enter");
    page.waitForURL("**/?project=*");
    page.focus("#snippet-usual");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForSelector("[data-copy=snippet-usual][data-said]");

    String copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertTrue(copied.contains("/py_versions/well-kept/badge.svg"), copied);
    page.navigate(base() + "/docs");
    page.keyboard().press("Tab");
    assertEquals("Skip to the content", page.evaluate("document.activeElement.textContent"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?project=well-kept",
        "/build?logo=py",
        "/repair",
        "/docs",
        "/docs/version",
        "/docs/shields.io",
        "/docs/styles",
        "/docs/api",
        "/status",
      })
  void a_narrow_phone_needs_no_sideways_scrolling(String path) {
    Page page = open(new Browser.NewContextOptions().setViewportSize(360, 740), path);

    assertTrue(allPicturesShown(page));
    assertEquals(360, page.evaluate("document.scrollingElement.scrollWidth"));
  }

  @Test
  void the_night_is_dark() {
    Page page =
        open(
            new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK),
            "/?project=well-kept");

    assertEquals(
        "rgb(18, 21, 29)", page.evaluate("getComputedStyle(document.body).backgroundColor"));
  }

  @Test
  void words_from_strangers_stay_words() {
    String encoded = Encoding.component(ATTACK);
    AtomicInteger dialogs = new AtomicInteger();
    for (String path :
        List.of(
            "/?project=" + encoded,
            "/?project=well-kept&snippet=" + encoded,
            "/build?shield=static&label=" + encoded + "&message=" + encoded,
            "/build?project=" + encoded + "&shield=" + encoded,
            "/build?project=well-kept&logo=" + encoded + "&style=" + encoded,
            "/build?project=well-kept&target=" + Encoding.component("javascript:alert(1)"),
            "/docs/" + encoded)) {
      Page page = open(path);
      page.onDialog(
          dialog -> {
            dialogs.incrementAndGet();
            dialog.dismiss();
          });
      assertEquals(1, page.querySelectorAll("script").size(), path);
      assertEquals(0, page.querySelectorAll("[onerror], a[href^='javascript:']").size(), path);
      assertFalse(page.content().contains("(javascript:"), path);
    }
    Page repair = open("/repair");
    repair.fill(
        "#readme", "</textarea>" + ATTACK + " https://pypip.in/v/x" + ATTACK + "/badge.svg");
    repair.click("text=Repair it");
    assertEquals(1, repair.querySelectorAll("script").size());
    assertEquals(0, repair.querySelectorAll("[onerror]").size());
    assertEquals(0, dialogs.get());
  }

  @Test
  void the_first_visit_is_light() {
    AtomicInteger bytes = new AtomicInteger();
    Page page = open("/robots.txt");
    page.onResponse(
        response -> bytes.addAndGet(Integer.parseInt(response.headers().get("content-length"))));
    page.navigate(base() + "/");
    assertTrue(allPicturesShown(page));

    assertTrue(bytes.get() > 1000 && bytes.get() < FIRST_LOAD, bytes + " bytes");
  }

  private static Browser.NewContextOptions withClipboard() {
    return new Browser.NewContextOptions()
        .setPermissions(List.of("clipboard-read", "clipboard-write"));
  }
}
