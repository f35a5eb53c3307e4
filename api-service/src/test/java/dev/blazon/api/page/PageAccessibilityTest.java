package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe-core finds no violation of WCAG 2.2 AA, in light and dark colours. */
class PageAccessibilityTest extends PageInBrowser {

  @ParameterizedTest
  @CsvSource({
    "/, LIGHT",
    "/, DARK",
    "/?project=well-kept, LIGHT",
    "/?project=well-kept, DARK",
    "/?project=no-such-project, LIGHT",
    "/build?logo=py, LIGHT",
    "/build?logo=py, DARK",
    "/repair, LIGHT",
    "/docs, LIGHT",
    "/docs/version, LIGHT",
    "/docs/version, DARK",
    "/docs/pypip.in, LIGHT",
    "/docs/styles, LIGHT",
    "/docs/charts, LIGHT",
    "/docs/charts, DARK",
    "/docs/api, LIGHT",
    "/status, LIGHT",
    "/status, DARK",
  })
  void every_page_is_accessible(String path, ColorScheme scheme) {
    Page page = open(new Browser.NewContextOptions().setColorScheme(scheme), path);

    assertEquals("", Axe.violations(page));
  }

  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK"})
  void a_repaired_readme_is_accessible(ColorScheme scheme) {
    Page page = open(new Browser.NewContextOptions().setColorScheme(scheme), "/repair");
    page.fill("#readme", "https://pypip.in/v/x/badge.png https://badge.fury.io/py/x.svg");
    page.click("text=Repair it");

    assertEquals("", Axe.violations(page));
  }
}
