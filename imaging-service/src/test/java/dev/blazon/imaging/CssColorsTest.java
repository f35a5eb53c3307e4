package dev.blazon.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.badge.BadgeColor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CSS's named colours, against those that the yardstick knows. */
@Tag("processes")
final class CssColorsTest {

  private static final Pattern NAMED = Pattern.compile("\"(\\w+)\": \\[(\\d+), (\\d+), (\\d+)\\]");

  /** Names that the badge palette defines differently. */
  private static final Set<String> PALETTE =
      Set.of(
          "blue",
          "gray",
          "green",
          "grey",
          "lightgray",
          "lightgrey",
          "orange",
          "red",
          "yellow",
          "yellowgreen");

  @Test
  void all_148_are_known() throws IOException {
    Map<String, String> expected = new HashMap<>();
    Map<String, String> ours = new HashMap<>();
    NAMED
        .matcher(Files.readString(BadgeMaker.installed("color-name/index.js")))
        .results()
        .forEach(color -> expected.put(color.group(1), hex(color)));
    assertEquals(148, expected.size());
    expected.keySet().removeAll(PALETTE);
    expected
        .keySet()
        .forEach(
            name ->
                BadgeColor.parse(name)
                    .ifPresent(color -> ours.put(color.css(), Integer.toHexString(color.argb()))));
    assertEquals(expected, ours);
  }

  private static String hex(MatchResult color) {
    return String.format(
        "ff%02x%02x%02x",
        Integer.parseInt(color.group(2)),
        Integer.parseInt(color.group(3)),
        Integer.parseInt(color.group(4)));
  }
}
