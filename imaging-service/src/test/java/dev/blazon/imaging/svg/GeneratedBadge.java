package dev.blazon.imaging.svg;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Style;
import dev.blazon.corpus.Corpus;
import dev.blazon.imaging.layout.LogoImage;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A reproducibly generated badge for the comparison, in our form and in badge-maker's. */
record GeneratedBadge(Badge badge, Optional<LogoImage> logo, String color, String labelColor) {

  private static final int COUNT = 1_500;
  private static final long SEED = 6_000;

  private static final List<String> TEXTS =
      List.of(
          "pypi",
          "v1.2.3",
          "python",
          "2.7 | 3.9 | 3.10",
          "Apache-2.0",
          "GPL-3.0-or-later",
          "package or version not found",
          "1.6G/month",
          "<b>&\"quoted\"'s</b>",
          "]]>",
          "naïve café",
          "straße",
          "ŉ ﬁ ŀ",
          "ıİ",
          "Διεθνής",
          "версия",
          "ՀԱՅ",
          "ქართული",
          "ไทย",
          "שלום עולם",
          "مرحبا",
          "हिन्दी",
          "版本 1.0",
          "日本語のラベル",
          "한국어",
          "🐍",
          "👩‍💻 dev",
          "🇪🇺",
          "𝔹𝕝𝕒𝕫𝕠𝕟",
          "a\u0301e\u0308",
          "x\u200by\u00adz",
          "\u202eright to left",
          "m",
          "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
          "iiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
          "a  b   c");

  private static final List<String> COLORS =
      List.of(
          "brightgreen",
          "green",
          "yellow",
          "yellowgreen",
          "orange",
          "red",
          "blue",
          "grey",
          "lightgrey",
          "success",
          "critical",
          "inactive",
          "white",
          "black",
          "tan",
          "rebeccapurple",
          "lightblue",
          "gold",
          "fff",
          "000",
          "ff69b4",
          "#b1b1b1",
          "#b2b2b2",
          "#ff69b480",
          "#fff8",
          "rgb(1,2,3)",
          "rgb(250, 250, 250)",
          "rgba(200,210,220,.5)",
          "rgb(70%,70%,70%)",
          "hsl(60,100%,40%)",
          "hsl(200, 50%, 69%)",
          "hsla(10,20%,90%,50%)");

  private static final List<List<String>> LINKS =
      List.of(
          List.of(),
          List.of(),
          List.of("https://example.org/?a=1&b=2"),
          List.of("https://example.org/a", "http://example.org/b"),
          List.of("", "mailto:someone@example.org"));

  static List<GeneratedBadge> list() {
    List<String> texts = new ArrayList<>(TEXTS);
    Random random = new Random(SEED);
    for (String file : List.of("versions-sample.txt", "names-sample.txt", "spdx-ids.tsv")) {
      texts.addAll(realTexts(file, random));
    }
    List<GeneratedBadge> badges = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      badges.add(generate(texts, random));
    }
    badges.add(shorterInCapitals());
    return badges;
  }

  /**
   * The dotless i takes two bytes and its capital one, and on such a plain badge we save few other
   * bytes.
   */
  private static GeneratedBadge shorterInCapitals() {
    Badge badge =
        new Badge(
            "",
            "ıİ",
            BadgeColor.GREY,
            Optional.empty(),
            Style.FOR_THE_BADGE,
            Optional.empty(),
            List.of("https://example.org/?a=1&b=2"),
            "",
            1);
    return new GeneratedBadge(badge, Optional.empty(), "grey", "");
  }

  /** A badge of the measured list: blue, with no other options. */
  static Badge plain(JsonObject measured) {
    return Badge.of(measured.getString("label"), measured.getString("message"), BadgeColor.BLUE)
        .withStyle(Style.of(measured.getString("style")).orElseThrow());
  }

  JsonObject badgeMakerOptions() {
    JsonObject options =
        new JsonObject()
            .put("label", badge.label())
            .put("message", badge.message())
            .put("style", badge.style().id())
            .put("color", color)
            .put("links", new JsonArray(badge.links()))
            .put("idSuffix", badge.idSuffix());
    if (!labelColor.isEmpty()) {
      options.put("labelColor", labelColor);
    }
    logo.ifPresent(image -> options.put("logo", image.dataUri()).put("logoWidth", image.width()));
    return options;
  }

  private static GeneratedBadge generate(List<String> texts, Random random) {
    Style style = oneOf(List.of(Style.values()), random);
    String label = random.nextInt(5) == 0 ? "" : oneOf(texts, random);
    String message = random.nextInt(12) == 0 ? "" : oneOf(texts, random);
    String color = oneOf(COLORS, random);
    String labelColor = random.nextInt(3) == 0 ? oneOf(COLORS, random) : "";
    Optional<LogoImage> logo =
        random.nextInt(3) == 0
            ? Optional.of(
                new LogoImage(
                    "data:image/svg+xml;base64,PHN2Zy8+",
                    random.nextBoolean() ? 14 : 1 + random.nextInt(240) / 8.0))
            : Optional.empty();
    Badge badge =
        new Badge(
            label,
            message,
            BadgeColor.parse(color).orElseThrow(),
            BadgeColor.parse(labelColor),
            style,
            Optional.empty(),
            oneOf(LINKS, random),
            random.nextInt(5) == 0 ? "-a_1" : "",
            1);
    return new GeneratedBadge(badge, logo, color, labelColor);
  }

  private static List<String> realTexts(String file, Random random) {
    List<String> lines = Corpus.lines(file);
    return random
        .ints(300, 0, lines.size())
        .mapToObj(line -> lines.get(line).split("\t", -1)[0])
        .toList();
  }

  private static <T> T oneOf(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
