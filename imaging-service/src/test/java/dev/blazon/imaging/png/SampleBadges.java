package dev.blazon.imaging.png;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
