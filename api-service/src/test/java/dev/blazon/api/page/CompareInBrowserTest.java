package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.blazon.api.testing.ImportedDays;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparisons, rankings and the days of the counts, in a browser. */
class CompareInBrowserTest extends PageInBrowser {

  private static final int DAYS = 240;

  @Override
  Map<String, String> counting(Path folder) {
    ImportedDays days = ImportedDays.of(DAYS);
    for (int i = 0; i < 120; i++) {
      int level = 5_000 - 40 * i;
      days.project("project-" + i, back -> level + (back * 37L) % 500);
    }
    return days.project("alpha", back -> 90_000 - 200L * back + (back % 7 < 2 ? -20_000 : 0))
        .project("beta", back -> 30_000 + 100L * back + (back % 7 < 2 ? -8_000 : 0))
        .project("compare", back -> back < 60 ? 40_000 : 10_000)
        .project("newcomer", back -> back < 20 ? 9_000 : 0)
        .into(folder);
  }

  @Test
  void three_projects_are_compared_and_their_chart_is_copied() {
    Page page = open(withClipboard(), "/");
    page.click("nav >> text=Compare");
    page.fill("#projects", "alpha beta, compare");
    page.selectOption("#days", "180");
    page.press("#projects", "Enter");
    page.waitForURL("**/compare?projects=*");

    assertEquals("alpha, beta and compare", page.textContent("h1"));
    assertEquals(3, page.querySelectorAll("table.ranking tbody tr").size());
    String alt = page.getAttribute("figure.chart img", "alt");
    assertTrue(alt.contains("Counting changed on 24 August 2026"), alt);
    assertTrue(allPicturesShown(page));
    page.click("[data-copy=snippet-chart]");
    Object copied = page.evaluate("navigator.clipboard.readText()");
    Matcher address = Pattern.compile("!\\[[^]]*]\\(([^)]*)\\)").matcher(copied.toString());
    assertTrue(address.find(), copied.toString());
    assertEquals(base() + page.getAttribute("figure.chart img", "src"), address.group(1));
    APIResponse picture = page.request().get(address.group(1));
    assertEquals("image/svg+xml;charset=utf-8", picture.headers().get("content-type"));
    assertTrue(picture.text().contains("counting changed"), picture.text());
    assertTrue(picture.text().contains("compare"), picture.text());
  }

  @Test
  void projects_are_added_and_left_out_by_links() {
    Page page = open("/compare?projects=alpha,beta&days=30");
    page.click("a.chip:has-text('alpha')");
    page.waitForURL("**/compare?projects=beta&days=30");
    page.click("a.chip:has-text('numpy')");
    page.waitForURL("**/compare?projects=beta,numpy&days=30");

    assertTrue(page.textContent(".notice").contains("PyPI knows no such project"));
    assertEquals("30", page.inputValue("#days"));
  }

  @Test
  void all_of_it_works_without_scripts() {
    Page page = open(new Browser.NewContextOptions().setJavaScriptEnabled(false), "/compare");
    page.fill("#projects", "alpha,beta");
    page.selectOption("#interval", "month");
    page.selectOption("#mirrors", "false");
    page.click("button:has-text('Compare')");
    page.waitForURL("**/compare?projects=*");

    assertTrue(page.textContent("#snippet-chart").startsWith("[![alpha and beta: downloads a m"));
    assertTrue(page.textContent(".notes").contains("downloads without mirrors"));
    page.navigate(base() + "/top");
    page.click("text=101–124");
    assertEquals("101", page.textContent("table.ranking tbody tr:first-child td"));
    page.click("text=All time");
    page.click("text=Without mirrors");
    page.waitForURL("**/top?period=all&mirrors=false");
    page.click("text=Which ones are rising?");
    page.click("text=Newly risen");
    assertEquals("newcomer", page.textContent("table.ranking tbody th"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/compare",
        "/compare?projects=alpha,beta,compare,newcomer,project-1,project-2,project-3,project-4,x",
        "/top",
        "/rising",
        "/status",
      })
  void a_narrow_phone_needs_no_sideways_scrolling(String path) {
    Page page = open(new Browser.NewContextOptions().setViewportSize(360, 740), path);

    assertTrue(allPicturesShown(page));
    assertNeedsNoSidewaysScrolling(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/compare",
        "/compare?projects=alpha,beta,nobody,-x-",
        "/top",
        "/rising?list=risen",
        "/status",
      })
  void every_page_is_accessible(String path) {
    Page page = open(path);

    assertEquals("", Axe.violations(page));
  }

  @Test
  void names_are_never_run_as_scripts() {
    String attack = "\"><img/src=x/onerror=alert(1)><script>alert(1)</script>";
    AtomicInteger dialogs = new AtomicInteger();
    for (String path :
        List.of(
            "/compare?projects=alpha," + Encoding.component(attack),
            "/compare?projects=alpha&days=" + Encoding.component(attack),
            "/top?period=" + Encoding.component(attack),
            "/rising?page=" + Encoding.component(attack))) {
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
    assertEquals(0, dialogs.get());
  }
}
