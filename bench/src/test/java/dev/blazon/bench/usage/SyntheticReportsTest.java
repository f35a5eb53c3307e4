package dev.blazon.bench.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.bench.usage.SyntheticReports.Report;
import dev.blazon.usage.wire.UsageExchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SyntheticReportsTest {

  private static final int SOME = 3_000;

  @Test
  void the_same_seed_gives_the_same_reports() {
    assertEquals(new SyntheticReports(1).batch(SOME), new SyntheticReports(1).batch(SOME));
    assertNotEquals(new SyntheticReports(1).batch(SOME), new SyntheticReports(2).batch(SOME));
  }

  @Test
  void a_hundred_fit_into_a_body_and_are_all_different() {
    SyntheticReports synthetic = new SyntheticReports(1);
    for (int i = 0; i < SOME / 100; i++) {
      JsonArray batch = new JsonArray(synthetic.batch(100));
      Set<String> uuids =
          batch.stream()
              .map(report -> ((JsonObject) report).getString("uuid"))
              .collect(Collectors.toSet());
      assertEquals(100, uuids.size());
      assertTrue(batch.encode().length() <= UsageExchange.LONGEST_BODY);
    }
  }

  @Test
  void the_fields_of_the_plain_table_say_the_same() {
    SyntheticReports synthetic = new SyntheticReports(1);
    for (Report report : Stream.generate(synthetic::next).limit(SOME).toList()) {
      JsonObject json = new JsonObject(report.json());
      JsonArray version = json.getJsonObject("python").getJsonArray("version_info");
      assertEquals(SyntheticReports.FIELDS.size(), report.fields().size());
      assertEquals(field(report, "uuid"), json.getString("uuid"));
      assertEquals(field(report, "minor"), version.getInteger(0) + "." + version.getInteger(1));
      assertEquals(field(report, "system"), json.getJsonObject("uname").getString("system"));
      assertEquals(
          field(report, "distribution"),
          json.getJsonObject("linux_dist", new JsonObject()).getString("name", ""));
      assertTrue(report.fields().stream().noneMatch(text -> text.matches("(?s).*[,\"\\n].*")));
    }
  }

  private static String field(Report report, String name) {
    return report.fields().get(SyntheticReports.FIELDS.indexOf(name));
  }
}
