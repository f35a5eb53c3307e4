package dev.blazon.api.shield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blazon.api.testing.StubStats;
import dev.blazon.badge.Trend;
import dev.blazon.count.Filter;
import dev.blazon.count.Measure;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.WeeklyCourse;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendShieldTest {

  @ParameterizedTest
  @CsvSource({
    "MONTH, 1234567, downloads|1.2M/month|brightgreen",
    "WEEK,  48123,   downloads|48.1k/week|brightgreen",
    "DAY,   7,       downloads|7/day|brightgreen",
    "MONTH, 0,       downloads|0/month|brightgreen",
  })
  void shows_the_number_as_the_download_badge_does(Period period, long count, String shown) {
    Content content = content(period, count, List.of(5L, 10L));

    assertEquals(shown, ShownBadge.of(content));
    assertEquals(Optional.of(new Trend(List.of(50, 100))), content.trend());
  }

  @Test
  void has_no_line_without_two_weeks_or_with_none_but_zeros() {
    for (List<Long> weeks : List.of(List.<Long>of(), List.of(7L), List.of(0L, 0L))) {
      assertEquals(Optional.empty(), content(Period.MONTH, 7, weeks).trend());
    }
  }

  @ParameterizedTest
  @CsvSource({"DAY", "WEEK", "MONTH"})
  void asks_for_the_number_of_its_period_and_filter(Period period) {
    ProjectName demo = ProjectName.parse("demo").orElseThrow();
    Filter filter = new Filter.Versions(List.of("2.*"));

    assertEquals(
        new TotalQuery(demo, Window.valueOf(period.name()), Measure.WITHOUT_MIRRORS, filter),
        new TrendShield(period).query(demo, filter, Wording.PYPIP_IN));
  }

  @Test
  void is_no_picture_that_projects_share() {
    assertFalse(new TrendShield(Period.MONTH).description().generic());
  }

  private static Content content(Period period, long count, List<Long> weeks) {
    return new TrendShield(Period.MONTH)
        .of(period)
        .content(new WeeklyCourse(StubStats.total(count, 30), weeks), Wording.PYPIP_IN);
  }
}
