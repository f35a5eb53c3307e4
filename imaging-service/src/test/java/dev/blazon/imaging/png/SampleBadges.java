package dev.blazon.imaging.png;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Style;
import dev.blazon.badge.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sixty badges as in real READMEs, twelve in each style. */
final class SampleBadges {

  private static final List<String> ROWS =
      List.of(
          "pypi|v1.2.3|blue|",
          "python|3.9 | 3.10 | 3.11|blue|",
          "license|Apache-2.0|green|",
          "build|passing|brightgreen|",
          "downloads|12.5M/month|brightgreen|",
          "coverage|87%|yellowgreen|",
          "status|deprecated|red|",
          "format|wheel|orange|black",
          "config|unaffected fjord|lightgrey|blue",
          "|message only|critical|",
          "AVATAR|To Wysiwyg, \"quoted\" & <b>|#663399|#eee",
          "größe|naïve café – Ωμέγα|#ffe|#333");

  private static final List<String> TRENDS =
      List.of(
          "downloads|1.2M/month|brightgreen||41 44 43 50 55 53 61 66 72 70 81 88 100",
          "downloads|48.1k/week|blue||88 90 100 93 91 86 88 90 85 87 91 89 90",
          "downloads|310/day|#ffe|#333|100 94 80 81 64 50 41 38 30 26 21 20 17",
          "downloads|7/month|red||0 0 0 100 12 0 0 0 60 0 0 0 8",
          "downloads|5k/month|lightgrey||100 100 100 100 100 100 100",
          "|1.6B/month|orange||60 100",
          "downloads|99/month|green||"
              + IntStream.range(0, Trend.MAX_POINTS)
                  .mapToObj(i -> Integer.toString(i * 37 % 50 + i / 2))
                  .collect(Collectors.joining(" ")));

  private SampleBadges() {}

  static List<Badge> all() {
    List<Badge> badges = new ArrayList<>();
    for (Style style : Style.values()) {
      for (String row : ROWS) {
        badges.add(badge(row, style, badges.size()));
      }
    }
    return badges;
  }

  /** Badges with a line after the message, in every style: gentle, steep, level, short and long. */
  static List<Badge> withTrend() {
    List<Badge> badges = new ArrayList<>();
    for (Style style : Style.values()) {
      for (String row : TRENDS) {
        int last = row.lastIndexOf('|');
        Badge plain = badge(row.substring(0, last), style, badges.size());
        List<Integer> heights =
            Stream.of(row.substring(last + 1).split(" ")).map(Integer::valueOf).toList();
        badges.add(
            new Badge(
                plain.label(),
                plain.message(),
                plain.color(),
                plain.labelColor(),
                style,
                plain.logo(),
                plain.links(),
                plain.idSuffix(),
                1,
                Optional.of(new Trend(heights))));
      }
    }
    return badges;
  }

  /** All are on one page, so each has its own ids. */
  static Badge badge(String row, Style style, int number) {
    int first = row.indexOf('|');
    int last = row.lastIndexOf('|');
    int middle = row.lastIndexOf('|', last - 1);
    Badge plain =
        Badge.of(
            row.substring(0, first),
            row.substring(first + 1, middle),
            BadgeColor.parse(row.substring(middle + 1, last)).orElseThrow());
    Optional<BadgeColor> labelColor = BadgeColor.parse(row.substring(last + 1));
    return new Badge(
        plain.label(),
        plain.message(),
        plain.color(),
        labelColor,
        style,
        Optional.empty(),
        List.of(),
        "-" + number,
        1);
  }
}
