package dev.blazon.api.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.blazon.api.Documents;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Takes the screenshots in {@code docs/screenshots}. Not among the tests; run from the project's
 * root by {@code mvn -pl api-service -am test -Dtest=Screenshots
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class Screenshots extends PageInBrowser {

  private static final Path FOLDER = Path.of("../docs/screenshots");

  @Override
  Map<String, String> settings() {
    return Map.of("BLAZON_PUBLIC_URL", "https://badges.example.org");
  }

  @BeforeEach
  void publish() {
    pypi().project("requests", Documents.good("requests", "2.32.5"));
    counts().downloads("requests", 45_123_456, 301_234_567, 1_234_567_890);
  }

  @Test
  void front_door() {
    take(open(window(1200, 860, ColorScheme.LIGHT), "/"), "find");
  }

  @Test
  void builder() {
    take(
        open(
            window(1200, 1000, ColorScheme.LIGHT),
            "/build?shield=version&project=requests&logo=py&style=for-the-badge&color=1f4e9c"),
        "build");
  }

  @Test
  void repair() {
    Page page = open(window(1200, 900, ColorScheme.LIGHT), "/repair");
    page.fill(
        "#readme",
        """
        [![Latest Version](https://pypip.in/version/requests/badge.svg)](https://pypip.in/)
        [![Downloads](https://pypip.in/download/requests/badge.png?period=week)](https://pypip.in/)
        [![PyPI](https://badge.fury.io/py/requests.svg)](https://badge.fury.io/py/requests)
        ![Python](https://img.shields.io/pypi/pyversions/requests.svg?style=flat-square)
        """);
    page.click("text=Repair it");
    take(page, "repair");
  }

  @Test
  void documentation() {
    take(open(window(1200, 900, ColorScheme.LIGHT), "/docs/vulnerabilities"), "docs");
    take(open(window(1200, 900, ColorScheme.DARK), "/docs/styles"), "styles-dark");
    take(open(window(1200, 900, ColorScheme.LIGHT), "/status"), "status");
  }

  static Browser.NewContextOptions window(int width, int height, ColorScheme scheme) {
    return new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme);
  }

  static void take(Page page, String name) {
    allPicturesShown(page);
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
