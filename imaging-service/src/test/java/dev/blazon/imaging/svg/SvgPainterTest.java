package dev.blazon.imaging.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Style;
import dev.blazon.badge.Trend;
import dev.blazon.imaging.layout.LogoImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

final class SvgPainterTest {

  private final SvgPainter painter = new SvgPainter();

  @Test
  void a_flat_square_badge_is_exactly_this() {
    assertEquals(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"78\" height=\"20\" role=\"img\""
            + " aria-label=\"pypi: v1.2.3\"><title>pypi: v1.2.3</title>"
            + "<g shape-rendering=\"crispEdges\"><rect width=\"33\" height=\"20\" fill=\"#555\"/>"
            + "<rect x=\"33\" width=\"45\" height=\"20\" fill=\"#007ec6\"/></g>"
            + "<g fill=\"#fff\" text-anchor=\"middle\""
            + " font-family=\"Verdana,Geneva,DejaVu Sans,sans-serif\""
            + " text-rendering=\"geometricPrecision\" transform=\"scale(.1)\" font-size=\"110\">"
            + "<text x=\"175\" y=\"140\" textLength=\"230\">pypi</text>"
            + "<text x=\"545\" y=\"140\" textLength=\"350\">v1.2.3</text></g></svg>",
        paint(Badge.of("pypi", "v1.2.3", BadgeColor.BLUE).withStyle(Style.FLAT_SQUARE)));
  }

  @Test
  void text_is_escaped() {
    String svg = paint(Badge.of("<script>", "\"a\" & 'b' ]]>", BadgeColor.RED));
    assertFalse(svg.contains("<script"));
    assertTrue(svg.contains("&quot;a&quot; &amp; 'b' ]]&gt;"));
  }

  @Test
  void the_picture_grows_with_its_scale() {
    String svg = paint(badge(Style.FLAT, List.of(), "", 3));
    assertTrue(svg.contains(" width=\"234\" height=\"60\" viewBox=\"0 0 78 20\""), svg);
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void every_id_and_every_reference_ends_with_the_suffix(Style style) {
    String svg = paint(badge(style, List.of("https://a.b", "https://c.d"), "-Z9", 1));
    Set<String> ids = found(svg, " id=\"([^\"]*)\"");
    Set<String> references = found(svg, "(?:url\\(|:hover )#([^){]*)");
    assertTrue(ids.stream().allMatch(id -> id.endsWith("-Z9")), svg);
    assertTrue(ids.containsAll(references), svg);
  }

  @Test
  void one_link_is_for_the_whole_badge() {
    String svg = paint(badge(Style.FLAT, List.of("https://a.b?c=1&d=2"), "", 1));
    assertEquals(1, count(svg, "<a "));
    assertTrue(svg.contains("</title><a target=\"_blank\" href=\"https://a.b?c=1&amp;d=2\">"), svg);
    assertTrue(svg.endsWith("</g></a></svg>"), svg);
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void a_badge_with_two_links_is_not_a_single_image(Style style) {
    String svg = paint(badge(style, List.of("https://a.b", "mailto:c@d.e"), "", 1));
    assertEquals(2, count(svg, "<a "));
    assertEquals(2, count(svg, "</a>"));
    assertFalse(svg.contains("role="));
    assertFalse(svg.contains("<title>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "/relative",
        "",
      })
  void links_that_could_run_something_are_dropped(String link) {
    for (Style style : Style.values()) {
      assertFalse(paint(badge(style, List.of(link, link), "", 1)).contains("<a "));
    }
  }

  @Test
  void a_line_is_a_path_with_round_joins_over_a_pale_area() {
    String svg = paint(withLine(badge(Style.FLAT_SQUARE, List.of(), "", 1), 0, 50, 100));
    String points = "M780 150 960 100 1140 50";
    assertTrue(
        svg.contains(
            "<path fill-opacity=\"0.25\" fill=\"#fff\" d=\""
                + points
                + "V150H780z\"/><g fill=\"none\" stroke-linecap=\"round\""
                + " stroke-linejoin=\"round\" stroke-width=\"13\"><path stroke=\"#fff\" d=\""
                + points
                + "\"/></g></g></svg>"),
        svg);
    assertTrue(svg.contains("aria-label=\"pypi: v1.2.3, rising\""), svg);
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void a_line_belongs_to_the_link_of_its_message(Style style) {
    List<String> links = List.of("https://a", "https://b");
    Element line =
        (Element)
            PaintedFacts.parse(paint(withLine(badge(style, links, "", 1), 3, 4)))
                .getElementsByTagName("path")
                .item(style == Style.SOCIAL ? 1 : 0);
    Element ancestor = line;
    while (!ancestor.getTagName().equals("a")) {
      ancestor = (Element) ancestor.getParentNode();
    }
    assertEquals("https://b", ancestor.getAttribute("href"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Style.class,
      names = {"FLAT", "PLASTIC"})
  void the_shadow_of_a_level_line_has_a_region_of_its_own(Style style) {
    String svg = paint(withLine(badge(style, List.of(), "-x", 1), 100, 100));
    assertEquals(1, count(svg, "<filter id=\"t-x\" filterUnits=\"userSpaceOnUse\" x=\"720\""));
    assertEquals(1, count(svg, "filter=\"url\\(#t-x\\)\" d="));
  }

  @Test
  void a_logo_is_embedded() {
    LogoImage logo = new LogoImage("data:image/svg+xml;base64,AAAA", 20.125);
    String svg =
        new String(
            painter.paint(Badge.of("a", "b", BadgeColor.RED), Optional.of(logo)),
            StandardCharsets.UTF_8);
    assertTrue(
        svg.contains(
            "<image x=\"5\" y=\"3\" width=\"20.125\" height=\"14\""
                + " href=\"data:image/svg+xml;base64,AAAA\"/>"),
        svg);
  }

  @Test
  void a_picture_does_not_change_when_the_next_is_painted() {
    byte[] first = painter.paint(Badge.of("a", "b", BadgeColor.RED), Optional.empty());
    byte[] copy = first.clone();
    painter.paint(Badge.of("c", "d", BadgeColor.BLUE), Optional.empty());
    assertEquals(
        new String(copy, StandardCharsets.UTF_8), new String(first, StandardCharsets.UTF_8));
  }

  private String paint(Badge badge) {
    return new String(painter.paint(badge, Optional.empty()), StandardCharsets.UTF_8);
  }

  private static Badge badge(Style style, List<String> links, String idSuffix, int scale) {
    return new Badge(
        "pypi",
        "v1.2.3",
        BadgeColor.BLUE,
        Optional.empty(),
        style,
        Optional.empty(),
        links,
        idSuffix,
        scale);
  }

  private static Badge withLine(Badge plain, Integer... heights) {
    return new Badge(
        plain.label(),
        plain.message(),
        plain.color(),
        plain.labelColor(),
        plain.style(),
        plain.logo(),
        plain.links(),
        plain.idSuffix(),
        plain.scale(),
        Optional.of(new Trend(List.of(heights))));
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  private static Set<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toSet());
  }
}
