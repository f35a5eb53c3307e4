package dev.blazon.api.shield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.downloads.DownloadCounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadShieldsTest {

  private static final DownloadCounts COUNTS = new DownloadCounts(17, 1234, 56_789);

  @ParameterizedTest
  @CsvSource({
    "DAY,   PYPIP_IN,        downloads|17/day|brightgreen",
    "WEEK,  PYPIP_IN,        downloads|1.2k/week|brightgreen",
    "MONTH, PYPIP_IN,        downloads|56.8k/month|brightgreen",
    "DAY,   SHIELDS_IO,      downloads|17/day|yellowgreen",
    "MONTH, SHIELDS_IO,      downloads|57k/month|brightgreen",
    "WEEK,  BADGEN_NET,      downloads|1.2K/week|#3c1",
    "MONTH, PEPY_TECH,       downloads/month|56k|blue",
    "WEEK,  PEPY_TECH_PLAIN, downloads/week|1234|blue",
  })
  void show_recent_counts_in_every_wording(Period period, Wording wording, String expected) {
    assertEquals(expected, ShownBadge.of(new DownloadShield(period).content(COUNTS, wording)));
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
    Content content = new TotalDownloadShield().content(count, Wording.SHIELDS_IO);

    assertEquals(color, content.color().name());
  }

  @ParameterizedTest
  @CsvSource({
    "PYPIP_IN,              downloads|1.2M|brightgreen",
    "SHIELDS_IO,            downloads|1.2M|brightgreen",
    "PEPY_TECH,             downloads|1M|blue",
    "PEPY_TECH_ABBREVIATED, downloads|1M|blue",
    "BADGEN_NET,            downloads|1.2M|#3c1",
  })
  void show_all_time_counts_in_every_wording(Wording wording, String expected) {
    assertEquals(expected, ShownBadge.of(new TotalDownloadShield().content(1_234_567L, wording)));
  }
}
