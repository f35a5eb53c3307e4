package dev.blazon.api.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Looks for violations of WCAG 2.2 AA with axe-core, which comes by npm, pinned by its lock file.
 */
final class Axe {

  private static final Path PACKAGES = Path.of("src/test/npm");
  private static final int DEADLINE_SECONDS = 120;

  private static final String ALL =
      "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

  /** The rules for which colours matter: all that a page in the dark may break by being dark. */
  private static final String OF_COLOURS = "['color-contrast', 'link-in-text-block']";

  /** Only violations are told in full: the rest of a long page would take seconds. */
  private static final String RUN =
      "async () => (await axe.run(document, {resultTypes: ['violations'], runOnly: %s}))"
          + ".violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')).join('\\n')";

  private static String script = "";

  private Axe() {}

  /** A line for each rule that a page violates, in the light and in the dark. */
  static String violations(Page page) {
    page.evaluate(script());
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    Object light = page.evaluate(RUN.formatted(ALL));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    Object dark = page.evaluate(RUN.formatted(OF_COLOURS));
    return "" + light + dark;
  }

  private static synchronized String script() {
    if (script.isEmpty()) {
      try {
        script = Files.readString(installed());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return script;
  }

  private static Path installed() throws IOException, InterruptedException {
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
    return script;
  }
}
