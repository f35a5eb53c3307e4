package dev.blazon.api.page;

import static dev.blazon.api.page.Screenshots.take;
import static dev.blazon.api.page.Screenshots.window;

import com.microsoft.playwright.options.ColorScheme;
import dev.blazon.api.testing.ImportedCounts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Takes the screenshots of a project's page in {@code docs/screenshots}. Not among the tests; run
 * as {@link Screenshots}.
 */
class ProjectScreenshots extends PageInBrowser {

  private static final String PAGE = "/project/well-kept?by=version";

  @Override
  Map<String, String> settings() {
    return Map.of("BLAZON_PUBLIC_URL", "https://badges.example.org");
  }

  @Override
  Map<String, String> counting(Path folder) throws Exception {
    return ImportedCounts.settings(folder, CountedProjects.csv());
  }

  @BeforeEach
  void publish() {
    pypi().project("well-kept", CountedProjects.document());
  }

  @Test
  void project() {
    take(open(window(1200, 1400, ColorScheme.LIGHT), PAGE), "project");
    take(open(window(1200, 1400, ColorScheme.DARK), PAGE), "project-dark");
    take(open(window(360, 1300, ColorScheme.LIGHT), PAGE), "project-phone");
  }
}
