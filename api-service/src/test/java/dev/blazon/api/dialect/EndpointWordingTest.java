package dev.blazon.api.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.shield.Content;
import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointWordingTest {

  private static final EndpointDocument PLAIN =
      document(Optional.of("blue"), Optional.empty(), false, OptionalLong.of(500));

  @Test
  void uses_the_content_of_the_document() {
    Badge badge = badge("", PLAIN);

    assertEquals("hey", badge.label());
    assertEquals("yo", badge.message());
    assertEquals(BadgeColor.BLUE, badge.color());
    assertEquals(Style.PLASTIC, badge.style());
    assertEquals(Optional.of(Logo.of("python")), badge.logo());
  }

  @Test
  void prefers_the_values_of_the_url() {
    Badge badge = badge("&label=x&color=101010&labelColor=red&style=social&logo=git", PLAIN);

    assertEquals("x", badge.label());
    assertEquals("#101010", badge.color().name());
    assertEquals(Optional.of(BadgeColor.RED), badge.labelColor());
    assertEquals(Style.SOCIAL, badge.style());
    assertEquals(Optional.of(Logo.of("git")), badge.logo());
  }

  @Test
  void keeps_the_colour_of_an_error() {
    EndpointDocument error =
        document(Optional.of("red"), Optional.empty(), true, OptionalLong.empty());

    assertEquals(BadgeColor.RED, badge("&color=101010", error).color());
  }

  @Test
  void keeps_the_label_colour_of_an_error() {
    EndpointDocument error =
        new EndpointDocument(
            "hey",
            "yo",
            Optional.of("red"),
            Optional.of("navy"),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty());

    assertEquals(
        BadgeColor.parse("navy"), badge("&color=101010&labelColor=101010", error).labelColor());
  }

  @ParameterizedTest
  @CsvSource({
    "&logoColor=white, white, false, -1",
    "&logoSize=auto&logoWidth=40, , true, 40",
    "&logoWidth=0, , false, -1",
  })
  void lets_the_url_change_the_looks_of_the_documents_logo(
      String query, String color, boolean autoSize, int width) {
    Logo expected =
        new Logo(
            "python",
            Optional.ofNullable(color).flatMap(BadgeColor::parse),
            autoSize,
            width < 0 ? OptionalInt.empty() : OptionalInt.of(width));

    assertEquals(Optional.of(expected), badge(query, PLAIN).logo());
  }

  @Test
  void is_light_grey_without_a_valid_colour() {
    EndpointDocument odd =
        document(Optional.of("no colour"), Optional.empty(), false, OptionalLong.empty());

    assertEquals(BadgeColor.LIGHTGREY, badge("", odd).color());
  }

  @Test
  void takes_a_picture_for_a_custom_logo() {
    EndpointDocument drawn =
        document(Optional.empty(), Optional.of("<svg/>"), false, OptionalLong.empty());

    assertEquals(
        "data:image/svg+xml;base64,PHN2Zy8+", badge("", drawn).logo().orElseThrow().source());
  }

  @ParameterizedTest
  @CsvSource({"'', 500", "&cacheSeconds=1000, 1000", "&cacheSeconds=450, 500"})
  void is_cached_for_the_longer_of_both_times(String query, long seconds) {
    assertEquals(
        OptionalLong.of(seconds), EndpointWording.inWordsOf(PLAIN, request(query)).cacheSeconds());
  }

  private static Badge badge(String query, EndpointDocument document) {
    BadgeRequest worded = EndpointWording.inWordsOf(document, request(query));
    Content content = ((Subject.Words) worded.subject()).content();
    return worded.overrides().badge(content);
  }

  private static BadgeRequest request(String query) {
    return Reading.read("/endpoint?url=https://x.test/b.json" + query).orElseThrow();
  }

  private static EndpointDocument document(
      Optional<String> color, Optional<String> svg, boolean isError, OptionalLong cacheSeconds) {
    return new EndpointDocument(
        "hey",
        "yo",
        color,
        Optional.empty(),
        isError,
        svg.isPresent() ? Optional.empty() : Optional.of("python"),
        svg,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.of("plastic"),
        cacheSeconds);
  }
}
