package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe-core finds no violation of WCAG 2.2 AA, in light and dark colours. */
class PageAccessibilityTest extends PageInBrowser {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?project=well-kept",
        "/?project=no-such-project",
        "/build?logo=py",
        "/repair",
        "/docs",
        "/docs/version",
        "/docs/pypip.in",
        "/docs/styles",
        "/docs/charts",
        "/docs/api",
        "/status",
      })
  void every_page_is_accessible(String path) {
    Page page = open(path);

    assertEquals("", Axe.violations(page));
  }

  @Test
  void a_repaired_readme_is_accessible() {
    Page page = open("/repair");
    page.fill("#readme", "https://pypip.in/v/x/badge.png https://badge.fury.io/py/x.svg");
    page.click("text=Repair it");

    assertEquals("", Axe.violations(page));
  }
}
