package dev.blazon.bench.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.bench.Place;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
@Timeout(120)
final class PlainReportsTest {

  private static final int SOME = 500;

  @TempDir private Path folder;

  @Test
  void sqlite3_has_the_reports_that_the_service_gets_and_tells_its_time() throws Exception {
    Place place = new Place(Path.of("..").toAbsolutePath().normalize());
    PlainReports plain = PlainReports.make(place, folder, SOME);
    SyntheticReports synthetic = new SyntheticReports(FillProgram.SEED);
    int column = SyntheticReports.FIELDS.indexOf("system");
    long linux =
        Stream.generate(synthetic::next)
            .limit(SOME)
            .filter(report -> report.fields().get(column).equals("Linux"))
            .count();
    assertEquals(linux, plain.reports("system", "Linux"));
    assertTrue(linux > 0 && linux < SOME);
    assertTrue(plain.count("minor, system") >= 0);
  }
}
