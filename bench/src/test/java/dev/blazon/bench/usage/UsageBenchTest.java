package dev.blazon.bench.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.bench.Place;
import dev.blazon.bench.Results;
import dev.blazon.bench.ResultsFile;
import dev.blazon.bench.usage.UsageBench.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bench itself, in small: it stores, asks, sends, and finds no wrong number. */
@Tag("processes")
@Timeout(300)
final class UsageBenchTest {

  private static final UsageOptions SMALL =
      new UsageOptions(2_000, Duration.ofSeconds(1), 50, 10, true);

  private static final Pattern GOAL =
      Pattern.compile("(?m)^\\| (counts|reports acknowledged)[^|]* \\| ([\\d,.]+) \\S+ \\|");

  @TempDir private Path folder;

  @Test
  void it_measures_every_goal() throws Exception {
    Results results = new Results(ResultsFile.USAGE, "small");
    Place place = new Place(Path.of("..").toAbsolutePath().normalize());
    Programs programs =
        new Programs(java("dev.blazon.api.Main"), java(FillProgram.class.getName()));
    new UsageBench(place, SMALL, programs, results, folder).run();
    String markdown = results.markdown();
    List<String> measured = GOAL.matcher(markdown).results().map(found -> found.group(2)).toList();
    assertEquals(6, measured.size(), markdown);
    Matcher failed = Pattern.compile("that failed \\| 0 requests").matcher(markdown);
    assertTrue(failed.find(), markdown);
    assertEquals(1, measured.stream().filter("0"::equals).count(), markdown);
  }

  private static List<String> java(String main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        main);
  }
}
