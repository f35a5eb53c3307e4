package dev.blazon.api.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.blazon.api.testing.ImportedDays;
import dev.blazon.count.Day;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Takes the screenshots of comparisons and rankings, from made-up counts. Not among the tests; run
 * as {@link Screenshots} is.
 */
class CompareScreenshots extends PageInBrowser {

  private static final Path FOLDER = Path.of("../docs/screenshots");
  private static final Day BREAK = Day.of(2026, 8, 24);

  @Override
  Map<String, String> settings() {
    return Map.of("BLAZON_PUBLIC_URL", "https://badges.example.org");
  }

  @Override
  Map<String, String> counting(Path folder) {
    return ImportedDays.of(400)
        .project("requests", back -> madeUp(back, 46_000_000, 0.02, 3.7))
        .project("httpx", back -> madeUp(back, 17_000_000, 0.11, 5.1))
        .project("aiohttp", back -> madeUp(back, 14_000_000, 0.05, 4.3))
        .without(Day.of(2026, 6, 3))
        .into(folder);
  }

  /** Downloads that grow, rest at weekends, and fall when counting changes. */
  private static long madeUp(int back, double level, double growth, double seed) {
    Day day = ImportedDays.NEWEST.minus(back);
    boolean weekend = day.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    // Some disorder, and the same in every run.
    double noise = 1 + 0.05 * Math.sin(day.epochDay() * seed) * Math.cos(day.epochDay() / seed);
    double trend = Math.max(0.2, 1 - growth * back / 30);
    return Math.round(
        level * trend * noise * (weekend ? 0.62 : 1) * (day.isBefore(BREAK) ? 1 : 0.68));
  }

  @Test
  void comparison() {
    String path = "/compare?projects=requests,httpx,aiohttp";
    take(open(window(1200, 1180, ColorScheme.LIGHT), path), "compare");
    take(open(window(1200, 1180, ColorScheme.DARK), path), "compare-dark");
    take(open(window(360, 760, ColorScheme.LIGHT), path), "compare-phone");
  }

  private static Browser.NewContextOptions window(int width, int height, ColorScheme scheme) {
    return new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme);
  }

  private static void take(Page page, String name) {
    allPicturesShown(page);
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
