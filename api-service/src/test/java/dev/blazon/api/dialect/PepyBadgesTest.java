package dev.blazon.api.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.lookup.DownloadsKey;
import dev.blazon.api.shield.DownloadShield;
import dev.blazon.api.testing.StubStats;
import dev.blazon.badge.Badge;
import dev.blazon.corpus.Corpus;
import dev.blazon.count.Measure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** pepy.tech's badges, from the URL to the words and colours. */
class PepyBadgesTest {

  private static final String VECTORS = "statistics/pepy/badge-format-vectors.tsv";

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "/pepy/badge/x -> downloads|9G|#blue|",
        "/pepy/badge/x/month -> downloads/month|9G|#blue|",
        "/pepy/badge/x/week -> downloads/week|9G|#blue|",
        "/personalized-badge/x -> downloads|9G|#green|green",
        "/personalized-badge/x?period=total&units=INTERNATIONAL_SYSTEM&left_color=BLACK&right_color=GREEN&left_text=PyPi+downloads -> PyPi downloads|9G|#green|black",
        "/personalized-badge/x?period=monthly&units=ABBREVIATION&left_color=GREY&right_color=BLUE&left_text=downloads%2Fmonth -> downloads/month|9B|#blue|grey",
        "/personalized-badge/x?period=WEEKLY&units=NONE&left_color=%235BAFAF&right_color=BRIGHTGREEN&left_text=a+b%2Bc -> a b+c|9132919492|#brightgreen|#5bafaf",
        "/personalized-badge/x?period=year&units=litres&right_color=none -> downloads|9G|#green|green",
        "/personalized-badge/x?period=week&left_text= -> |9G|#green|green",
      })
  void say_what_pepy_says(String url, String expected) {
    Badge badge = badge(url, 9_132_919_492L);

    assertEquals(
        expected,
        badge.label()
            + "|"
            + badge.message()
            + "|#"
            + badge.color().name()
            + "|"
            + badge.labelColor().map(color -> color.name()).orElse(""));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void cut_numbers_as_pepy_does(String units, long downloads, String expected) {
    for (String written : List.of(units, units.toUpperCase(Locale.ROOT))) {
      for (String period : List.of("total", "month", "weekly")) {
        String query = "period=" + period + "&units=" + written;
        assertEquals(expected, badge("/personalized-badge/x?" + query, downloads).message(), query);
      }
    }
  }

  static Stream<Arguments> vectors() {
    List<String[]> rows = Corpus.lines(VECTORS).stream().map(line -> line.split("\t", -1)).toList();
    String[] header = rows.get(0);
    return Stream.of(1, 2, 3)
        .flatMap(
            column ->
                rows.stream()
                    .skip(1)
                    .map(row -> Arguments.of(header[column], Long.valueOf(row[0]), row[column])));
  }

  private static Badge badge(String url, long downloads) {
    BadgeRequest request = Reading.read(url).orElseThrow();
    Subject.Facts<?> facts = (Subject.Facts<?>) request.subject();
    assertEquals(Measure.ALL, ((DownloadsKey) facts.key()).query().measure());
    return request
        .overrides()
        .badge(
            ((DownloadShield) facts.shield())
                .content(StubStats.total(downloads, 30), request.wording()));
  }
}
