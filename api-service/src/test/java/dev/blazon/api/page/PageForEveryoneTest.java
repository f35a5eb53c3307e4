package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages work without scripts, without a mouse, on a narrow screen and in dark colours. */
class PageForEveryoneTest extends PageInBrowser {

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
        "/docs/charts",
        "/docs/api",
        "/status",
      })
  void a_narrow_phone_needs_no_sideways_scrolling(String path) {
    Page page = open(new Browser.NewContextOptions().setViewportSize(360, 740), path);

    assertTrue(allPicturesShown(page));
    assertNeedsNoSidewaysScrolling(page);
  }

  @Test
  void dark_mode_is_dark() {
    Page page =
        open(
            new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK),
            "/?project=well-kept");

    assertEquals(
        "rgb(18, 21, 29)", page.evaluate("getComputedStyle(document.body).backgroundColor"));
  }
}
