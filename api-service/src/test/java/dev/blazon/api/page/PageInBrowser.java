package dev.blazon.api.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.blazon.api.Deployment;
import dev.blazon.api.Documents;
import dev.blazon.api.testing.CountsStandIn;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a browser: the whole service on a free port, a stand-in for PyPI, and the system's
 * own Chromium without a window.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("processes")
abstract class PageInBrowser {

  static final String PROJECT = "well-kept";

  /** In pixels: as on Windows, where they lie beside the page and not over it. */
  private static final int CLASSIC_SCROLL_BAR = 17;

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final Vertx vertx = Vertx.vertx();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private StubServer pypi;
  private CountsStandIn counts;
  private Deployment blazon;
  private Playwright playwright;
  private Browser browser;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    pypi = StubServer.start(vertx);
    pypi.project(PROJECT, Documents.good("Well-Kept", "1.2.3"));
    counts = CountsStandIn.start(vertx).downloads(PROJECT, 40, 300, 1234);
    Map<String, String> environment = new HashMap<>(settings());
    environment.putAll(counting(folder));
    environment.put("BLAZON_PYPI_URL", pypi.url().toString());
    environment.put("BLAZON_CACHE_DIR", folder.toString());
    blazon = Deployment.start(environment);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  @AfterAll
  void stop() throws TimeoutException {
    browser.close();
    playwright.close();
    blazon.close();
    pypi.close();
    counts.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  /** Checks after every test that the page sent nothing to another host and logged nothing. */
  @AfterEach
  void nothing_was_complained_about() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    List<String> heard = List.copyOf(complaints);
    complaints.clear();
    Assertions.assertEquals(List.of(), heard);
  }

  /** Further settings of the service. */
  Map<String, String> settings() {
    return Map.of();
  }

  /** The settings by which the service counts. */
  Map<String, String> counting(Path folder) throws Exception {
    return counts.settings(folder);
  }

  String base() {
    return "http://127.0.0.1:" + blazon.port();
  }

  StubServer pypi() {
    return pypi;
  }

  CountsStandIn counts() {
    return counts;
  }

  /** A window of a desktop, in daylight. */
  Page open(String path) {
    return open(new Browser.NewContextOptions(), path);
  }

  Page open(Browser.NewContextOptions options, String path) {
    BrowserContext context = browser.newContext(options);
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          boolean isAnswer = message.text().startsWith("Failed to load resource");
          if (message.type().equals("error") && !isAnswer) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(base() + "/")) {
            complaints.add("a request to " + request.url());
          }
        });
    page.navigate(base() + path);
    return page;
  }

  /** Ignores complaints that a test caused on purpose. */
  void forgive(String what) {
    complaints.removeIf(complaint -> complaint.contains(what));
  }

  /** Checks a page in a window as wide as a phone, also if scroll bars take a part of the width. */
  static void assertNeedsNoSidewaysScrolling(Page page) {
    for (int width : new int[] {360, 360 - CLASSIC_SCROLL_BAR}) {
      page.setViewportSize(width, 740);
      Assertions.assertEquals(width, page.evaluate("document.scrollingElement.scrollWidth"));
    }
  }

  /** Whether every visible picture has loaded. */
  static boolean allPicturesShown(Page page) {
    return (boolean)
        page.evaluate(
            "async () => { const all = [...document.images].filter(i => i.checkVisibility());"
                + " await Promise.all(all.map(i => { i.loading = 'eager'; return i.decode()"
                + ".catch(() => {}); }));"
                + " return all.length > 0 && all.every(i => i.naturalWidth > 0); }");
  }

  static Browser.NewContextOptions withClipboard() {
    return new Browser.NewContextOptions()
        .setPermissions(List.of("clipboard-read", "clipboard-write"));
  }
}
