package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe-core finds no violation of WCAG 2.2 AA, in light and dark colours. */
class PageAccessibilityTest extends PageInBrowser {

  private static final Path PACKAGES = Path.of("src/test/npm");
  private static final int DEADLINE_SECONDS = 120;

  private static final String RUN =
      "async () => (await axe.run(document, {runOnly:"
          + " ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))"
          + ".violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')).join('\\n')";

  private static String axe;

  /** Axe comes by npm, pinned by the lock file. */
  @BeforeAll
  static void readAxe() throws IOException, InterruptedException {
    Path script = PACKAGES.resolve("node_modules/axe-core/axe.min.js");
    if (!Files.exists(script)) {
      Process npm =
          new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
              .directory(PACKAGES.toFile())
              // Not ours: by our own input and output the build talks with us.
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (!npm.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        npm.destroyForcibly();
        throw new IllegalStateException("npm ci took too long");
      }
    }
    axe = Files.readString(script);
  }

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
    "/docs/api, LIGHT",
    "/status, LIGHT",
    "/status, DARK",
  })
  void every_page_is_accessible(String path, ColorScheme scheme) {
    Page page = open(new Browser.NewContextOptions().setColorScheme(scheme), path);

    assertEquals("", violations(page));
  }

  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK"})
  void a_repaired_readme_is_accessible(ColorScheme scheme) {
    Page page = open(new Browser.NewContextOptions().setColorScheme(scheme), "/repair");
    page.fill("#readme", "https://pypip.in/v/x/badge.png https://badge.fury.io/py/x.svg");
    page.click("text=Repair it");

    assertEquals("", violations(page));
  }

  private static Object violations(Page page) {
    page.evaluate(axe);
    return page.evaluate(RUN);
  }
}
