package dev.blazon.api.shield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.testing.StubStats;
import dev.blazon.count.Filter;
import dev.blazon.count.Measure;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadShieldsTest {

  private static final ProjectName DEMO = ProjectName.parse("demo").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "DAY,   PYPIP_IN,              17,      downloads|17/day|brightgreen",
    "WEEK,  PYPIP_IN,              1234,    downloads|1.2k/week|brightgreen",
    "MONTH, PYPIP_IN,              56789,   downloads|56.8k/month|brightgreen",
    "TOTAL, PYPIP_IN,              1234567, downloads|1.2M|brightgreen",
    "DAY,   SHIELDS_IO,            17,      downloads|17/day|yellowgreen",
    "MONTH, SHIELDS_IO,            56789,   downloads|57k/month|brightgreen",
    "TOTAL, SHIELDS_IO,            1234567, downloads|1.2M|brightgreen",
    "WEEK,  BADGEN_NET,            1234,    downloads|1.2K/week|#3c1",
    "TOTAL, BADGEN_NET,            1234567, downloads|1.2M|#3c1",
    "MONTH, PEPY_TECH,             56789,   downloads/month|56k|blue",
    "WEEK,  PEPY_TECH_PLAIN,       1234,    downloads/week|1234|blue",
    "TOTAL, PEPY_TECH,             1234567, downloads|1M|blue",
    "TOTAL, PEPY_TECH_ABBREVIATED, 1234567, downloads|1M|blue",
    "MONTH, PYPIP_IN,              0,       downloads|0/month|brightgreen",
    "MONTH, SHIELDS_IO,            0,       downloads|0/month|red",
    "MONTH, PEPY_TECH,             0,       downloads/month|0|blue",
    "TOTAL, SHIELDS_IO,            0,       downloads|0|red",
  })
  void show_counts_in_every_wording(
      Period period, Wording wording, long downloads, String expected) {
    assertEquals(
        expected,
        ShownBadge.of(new DownloadShield(period).content(StubStats.total(downloads, 30), wording)));
  }

  /** Parts are not known for all time, and the badge must not pretend it. */
  @ParameterizedTest
  @CsvSource({
    "TOTAL, PYPIP_IN,   180, downloads|1.2k in 180 days|brightgreen",
    "TOTAL, SHIELDS_IO, 180, downloads|1.2k in 180 days|brightgreen",
    "TOTAL, BADGEN_NET, 2,   downloads|1.2K in 2 days|#3c1",
    "TOTAL, PEPY_TECH,  1,   downloads|1k in 1 day|blue",
    "MONTH, PYPIP_IN,   30,  downloads|1.2k/month|brightgreen",
    "MONTH, PEPY_TECH,  30,  downloads/month|1k|blue",
  })
  void say_of_how_many_days_the_total_of_a_part_is(
      Period period, Wording wording, int days, String expected) {
    assertEquals(
        expected,
        ShownBadge.of(
            new DownloadShield(period).ofPart().content(StubStats.total(1234, days), wording)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, red",
    "9, yellow",
    "10, yellowgreen",
    "99, yellowgreen",
    "100, green",
    "999, green",
    "1000, brightgreen",
    "-1, red",
  })
  void are_greener_for_higher_counts(long count, String color) {
    Content content =
        new DownloadShield(Period.TOTAL).content(StubStats.total(count, 30), Wording.SHIELDS_IO);

    assertEquals(color, content.color().name());
  }

  @ParameterizedTest
  @CsvSource({
    "DAY,   PYPIP_IN,        DAY,   WITHOUT_MIRRORS",
    "MONTH, SHIELDS_IO,      MONTH, WITHOUT_MIRRORS",
    "WEEK,  BADGEN_NET,      WEEK,  WITHOUT_MIRRORS",
    "MONTH, BADGE_FURY,      MONTH, WITHOUT_MIRRORS",
    "MONTH, PEPY_TECH,       MONTH, ALL",
    "WEEK,  PEPY_TECH_PLAIN, WEEK,  ALL",
    "TOTAL, PYPIP_IN,        ALL,   ALL",
    "TOTAL, SHIELDS_IO,      ALL,   ALL",
    "TOTAL, PEPY_TECH,       ALL,   ALL",
  })
  void count_mirrors_as_the_service_of_the_url_does(
      Period period, Wording wording, Window window, Measure measure) {
    Filter filter = new Filter.Versions(List.of("2.*"));

    assertEquals(
        new TotalQuery(DEMO, window, measure, filter),
        new DownloadShield(period).query(DEMO, filter, wording));
  }
}
