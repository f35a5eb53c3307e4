package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.blazon.api.Documents;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.ImportedCounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a project in a browser, with counts that were imported. */
class ProjectPageTest extends PageInBrowser {

  /** The most bytes that the first visit may load, in total. */
  private static final int FIRST_LOAD = 120_000;

  private static final String CURVE = "/project/well-kept";

  @BeforeAll
  void publish() {
    pypi().project("well-kept", CountedProjects.document());
    for (String name : List.of("many-versions", "one-day", "hostile", "brand-new")) {
      pypi().project(name, Documents.good(name, "1.2.3"));
    }
    pypi().answer("/pypi/flask/json", Behaviour.status(503));
  }

  @Override
  Map<String, String> counting(Path folder) throws Exception {
    return ImportedCounts.settings(folder, CountedProjects.csv());
  }

  @Test
  void a_maintainer_filters_the_curve_and_copies_exactly_what_is_shown() {
    Page page = open(withClipboard(), "/");
    page.fill("#project", "well-kept");
    page.click("text=Show its shields");
    assertTrue(allPicturesShown(page));

    page.fill("#versions", "2.*");
    page.press("#versions", "Enter");
    page.waitForURL("**/project/well-kept?versions=2.*");
    page.waitForSelector(".curve[data-by=version]");
    page.click("[data-copy=snippet-chart]");
    String copied = (String) page.evaluate("navigator.clipboard.readText()");

    Matcher parts = Pattern.compile("\\[!\\[([^]]*)]\\(([^)]*)\\)]\\(([^)]*)\\)").matcher(copied);
    assertTrue(parts.matches(), copied);
    assertEquals("Downloads of well-kept by version (2.\\*)", parts.group(1));
    Locator shown = page.locator(".curve img");
    assertEquals(base() + shown.getAttribute("src"), parts.group(2));
    APIResponse picture = page.request().get(parts.group(2));
    assertEquals(200, picture.status());
    assertTrue(picture.text().startsWith("<svg"), picture.text());
    assertTrue(picture.text().contains("2.1.0"), picture.text());
    assertFalse(picture.text().contains(">1.2.3<"), "only what was filtered");

    page.navigate(parts.group(3));
    assertEquals("2.*", page.inputValue("#versions"));
    assertEquals(shown.getAttribute("src"), parts.group(2).substring(base().length()));
    assertArrayEquals(picture.body(), page.request().get(parts.group(2)).body());
  }

  @Test
  void choices_need_no_reload_and_the_way_back_leads_through_them() {
    Page page = open(CURVE);
    page.evaluate("window.same = true");
    page.click("#choose-by-python");
    page.waitForSelector(".curve[data-by=python]");
    assertEquals(base() + CURVE + "?by=python", page.url());
    assertEquals("choose-by-python", page.evaluate("document.activeElement.id"));
    page.click("#choose-days-30");
    page.waitForURL("**" + CURVE + "?by=python&days=30");
    page.waitForSelector("#choose-days-30[aria-current]");

    page.goBack();
    page.waitForSelector("#choose-days-90[aria-current]");
    assertEquals(1, page.locator(".curve[data-by=python]").count());
    page.goBack();
    page.waitForSelector(".curve[data-by=total]");
    assertEquals(true, page.evaluate("window.same"));
  }

  @Test
  void the_values_of_a_day_are_under_the_pointer() {
    Page page = open(CURVE + "?by=system");
    page.locator(".slider").scrollIntoViewIfNeeded();
    BoundingBox plot = page.locator(".slider").boundingBox();
    page.mouse().move(plot.x + plot.width / 2, plot.y + plot.height / 2);
    page.mouse().move(plot.x + plot.width - 5, plot.y + plot.height / 2);
    page.waitForSelector(".readout");

    // To the right of the curve it is the newest day.
    assertTrue(page.textContent(".readout").contains("28 September 2026"));
    assertTrue(page.textContent(".readout").contains("Downloads97,537"));
    assertEquals("Linux", page.textContent(".readout dt >> nth=1"));
    page.mouse().move(5, 5);
    assertEquals(0, page.locator(".readout, .marker").count());
  }

  @Test
  void the_keyboard_alone_finds_the_values_and_the_choices() {
    Page page = open(CURVE);
    page.focus("#choose-by-version");
    page.keyboard().press("Enter");
    page.waitForSelector(".curve[data-by=version]");
    page.focus(".slider");
    page.keyboard().press("ArrowLeft");
    page.waitForSelector(".slider[aria-valuetext*='28 September 2026: 97,537 downloads']");
    page.keyboard().press("Home");
    page.waitForSelector(".slider[aria-valuetext*='1 July 2026']");
    // A day that is missing has no values.
    for (int day = 1; day <= 13; day++) {
      page.keyboard().press("ArrowRight");
    }
    page.waitForSelector(".slider[aria-valuetext*='15 July 2026']");
    page.keyboard().press("Escape");
    assertEquals(0, page.locator(".readout").count());
  }

  @Test
  void all_of_it_works_without_scripts() {
    Page page =
        open(
            // A busy machine scrolls smoothly for longer than a click waits.
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setReducedMotion(ReducedMotion.REDUCE),
            CURVE);
    page.click("#choose-by-version");
    page.fill("#versions", "2.*, 1.0.0");
    page.click("text=Show >> nth=1");
    page.waitForURL("**versions=2.**");
    page.focus("#choose-mirrors-false");
    page.keyboard().press("Enter");
    page.waitForURL("**mirrors=false**");

    assertTrue(page.url().endsWith("?by=version&versions=2.%2A%2C1.0.0&mirrors=false#downloads"));
    assertEquals(0, page.locator(".slider").count());
    String text = page.textContent("#snippet-chart");
    assertTrue(
        text.contains("?by=version&versions=2.%2A%2C1.0.0&days=90&interval=day&mirrors=false"));
    page.focus(".share summary >> nth=0");
    page.keyboard().press("Enter");
    assertTrue(page.isVisible(".share details table >> nth=0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CURVE,
        CURVE + "?by=country&days=all",
        "/project/many-versions?by=version",
        "/project/hostile?by=installer",
        "/project/one-day",
        "/project/deleted",
        "/project/nobody",
      })
  void a_narrow_phone_needs_no_sideways_scrolling(String path) {
    Page page = open(new Browser.NewContextOptions().setViewportSize(360, 740), path);
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");

    assertTrue(allPicturesShown(page));
    assertNeedsNoSidewaysScrolling(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CURVE + "?by=version",
        "/project/many-versions",
        "/project/hostile",
        "/project/deleted",
        "/project/brand-new",
        "/project/nobody",
        "/project/flask",
      })
  void every_state_is_accessible(String path) {
    Page page = open(path);
    if (page.locator(".slider").count() > 0) {
      page.focus(".slider");
      page.keyboard().press("ArrowLeft");
      page.waitForSelector(".readout");
    }

    assertEquals("", Axe.violations(page));
  }

  @Test
  void the_chart_is_dark_where_the_page_is() {
    Page page = open(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK), CURVE);

    assertTrue(allPicturesShown(page));
    assertEquals(
        "rgb(18, 21, 29)", page.evaluate("getComputedStyle(document.body).backgroundColor"));
    assertTrue(page.getAttribute(".curve img", "src").contains("theme=auto"));
  }

  @Test
  void what_strangers_wrote_runs_nothing() {
    AtomicInteger dialogs = new AtomicInteger();
    Page page = open("/project/hostile");
    page.onDialog(
        dialog -> {
          dialogs.incrementAndGet();
          dialog.dismiss();
        });
    for (String by : List.of("version", "python", "system", "installer", "country")) {
      page.click("#choose-by-" + by);
      page.waitForSelector("#choose-by-" + by + "[aria-current]");
      page.focus(".slider");
      page.keyboard().press("End");
      page.waitForSelector(".readout");
      assertEquals(0, page.locator("[onerror], img[src=x]").count(), by);
    }
    assertEquals(1, page.querySelectorAll("script").size());
    assertEquals(0, dialogs.get());
  }

  @Test
  void nothing_jumps_while_the_page_loads() {
    Page page = open(CURVE);
    Locator chart = page.locator(".curve img");

    assertEquals("800", chart.getAttribute("width"));
    assertEquals("360", chart.getAttribute("height"));
    assertTrue(allPicturesShown(page));
    BoundingBox box = chart.boundingBox();
    assertEquals(360.0 / 800, box.height / box.width, 0.01);
  }

  @Test
  void the_first_visit_is_light() {
    AtomicInteger bytes = new AtomicInteger();
    Page page = open("/robots.txt");
    page.onResponse(
        response -> bytes.addAndGet(Integer.parseInt(response.headers().get("content-length"))));
    page.navigate(base() + CURVE + "?by=version");
    assertTrue(allPicturesShown(page));

    assertTrue(bytes.get() > 20_000 && bytes.get() < FIRST_LOAD, bytes + " bytes");
  }
}
