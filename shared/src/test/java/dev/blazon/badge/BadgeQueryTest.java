package dev.blazon.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadgeQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "message=x&label=y;                 label=y&message=x",
        "label=a&label=b&message=;          label=a",
        "color=success&message=1;           message=1",
        "message=1&color=CRITICAL;          message=1&color=red",
        "message=1&color=%23FFF;            message=1&color=%23fff",
        "message=1&labelColor=gray;         message=1&labelColor=grey",
        "style=flat&message=1;              message=1",
        "style=&message=1;                  message=1",
        "message=a+b%2Bc;                   message=a+b%2Bc",
        "message=%F0%9F%90%8D;              message=%F0%9F%90%8D",
        "message=1&unknown=2&&=;            message=1",
        "message=1&link=&link=;             message=1",
        "message=1&link=&link=https://x.y;  message=1&link=&link=https%3A%2F%2Fx.y",
        "message=1&logoColor=red;           message=1",
        "message=1&logo=+;                  message=1",
        "message=1&logo=python&logoSize=auto&logoWidth=20; message=1&logo=python&logoSize=auto&logoWidth=20",
        "message=1&scale=1;                 message=1",
        "scale=3&idSuffix=a-1_&message=1;   message=1&idSuffix=a-1_&scale=3",
        "trend=0.50.100&message=1;          message=1&trend=0.50.100",
        "message=1&trend=;                  message=1",
        "'';                                ''",
      })
  void has_one_canonical_form(String query, String canonical) throws Exception {
    assertEquals(canonical, BadgeQuery.encode(BadgeQuery.decode(query)));
  }

  @ParameterizedTest
  @CsvSource({
    "color=notacolor,      color",
    "labelColor=url(%23x), labelColor",
    "logoColor=x&logo=a,   logoColor",
    "style=bogus,          style",
    "style=FLAT,           style",
    "scale=0,              scale",
    "scale=4,              scale",
    "scale=two,            scale",
    "logoWidth=0&logo=a,   logoWidth",
    "logoWidth=201&logo=a, logoWidth",
    "logoSize=big&logo=a,  logoSize",
    "idSuffix=a%22b,       idSuffix",
    "link=a&link=b&link=c, link",
    "message=1&trend=5,        trend",
    "message=1&trend=5.,       trend",
    "message=1&trend=.5,       trend",
    "message=1&trend=5..6,     trend",
    "message=1&trend=-1.5,     trend",
    "message=1&trend=%2B1.5,   trend",
    "message=1&trend=101.5,    trend",
    "message=1&trend=00.5,     trend",
    "message=1&trend=05.5,     trend",
    "message=1&trend=1.2e1,    trend",
    "message=1&trend=4294967297.5, trend",
    "message=1&trend=%D9%A1.5, trend",
    "trend=1.2,                trend",
    "message=+&trend=1.2,      trend",
    "message=%,            message",
    "message=%zz,          message",
  })
  void a_bad_value_is_named(String query, String parameter) {
    InvalidBadgeQueryException problem =
        assertThrows(InvalidBadgeQueryException.class, () -> BadgeQuery.decode(query));
    assertEquals(parameter, problem.parameter());
    assertFalse(problem.getMessage().contains("\n"));
  }

  @Test
  void a_line_has_ninety_points_at_most() throws Exception {
    String most = "1.".repeat(Trend.MAX_POINTS - 1) + "1";
    assertEquals(
        Trend.MAX_POINTS,
        BadgeQuery.decode("message=1&trend=" + most).trend().orElseThrow().heights().size());
    for (String tooMany : List.of(most + ".1", most + ".1".repeat(100_000))) {
      InvalidBadgeQueryException problem =
          assertThrows(
              InvalidBadgeQueryException.class,
              () -> BadgeQuery.decode("message=1&trend=" + tooMany));
      assertEquals("trend", problem.parameter());
    }
  }

  @Test
  void a_badge_refuses_an_id_suffix_that_could_break_out_of_the_svg() {
    assertThrows(IllegalArgumentException.class, () -> withIdSuffix("\"/>"));
    assertThrows(IllegalArgumentException.class, () -> withIdSuffix("a".repeat(65)));
  }

  @Property
  void any_badge_survives_encoding_and_decoding(@ForAll("badges") Badge badge) throws Exception {
    String query = BadgeQuery.encode(badge);
    assertEquals(badge, BadgeQuery.decode(query));
    assertEquals(query, BadgeQuery.encode(BadgeQuery.decode(query)));
  }

  @Property
  void any_text_is_a_badge_or_a_clear_refusal(@ForAll("queries") String query) {
    try {
      Badge badge = BadgeQuery.decode(query);
      assertEquals(badge, BadgeQuery.decode(BadgeQuery.encode(badge)));
    } catch (InvalidBadgeQueryException refusal) {
      assertFalse(refusal.getMessage().isEmpty());
    }
  }

  @Provide
  Arbitrary<Badge> badges() {
    Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(300);
    Arbitrary<Logo> logos =
        Combinators.combine(
                Arbitraries.strings().all(),
                colors().optional(),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(1, Logo.MAX_WIDTH).optional())
            .as(
                (source, color, auto, width) ->
                    new Logo(
                        source,
                        color,
                        auto,
                        width.map(OptionalInt::of).orElse(OptionalInt.empty())));
    Arbitrary<Parts> parts =
        Combinators.combine(texts, texts, colors(), colors().optional())
            .as(
                (label, message, color, labelColor) ->
                    new Parts(label, message, color, labelColor));
    return Combinators.combine(
            parts,
            Arbitraries.of(Style.values()),
            logos.optional(),
            Arbitraries.strings().all().list().ofMaxSize(2),
            Arbitraries.strings().alpha().numeric().withChars('-', '_').ofMaxLength(64),
            Arbitraries.integers().between(1, Badge.MAX_SCALE),
            trends().optional())
        .as(
            (part, style, logo, links, idSuffix, scale, trend) ->
                new Badge(
                    part.label,
                    part.message,
                    part.color,
                    part.labelColor,
                    style,
                    logo,
                    links,
                    idSuffix,
                    scale,
                    trend.filter(line -> !BadgeText.normalize(part.message).isEmpty())));
  }

  private static Arbitrary<Trend> trends() {
    return Arbitraries.integers()
        .between(0, Trend.MAX_HEIGHT)
        .list()
        .ofMinSize(2)
        .ofMaxSize(Trend.MAX_POINTS)
        .map(Trend::new);
  }

  @Provide
  Arbitrary<String> queries() {
    Arbitrary<String> names =
        Arbitraries.of(
            "label",
            "message",
            "color",
            "labelColor",
            "style",
            "logo",
            "logoColor",
            "logoSize",
            "logoWidth",
            "link",
            "idSuffix",
            "scale",
            "trend",
            "x");
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(20),
            Arbitraries.of("red", "2", "auto", "flat", "%41", "%", "+", "a", "1.2", "100.0"));
    return Arbitraries.oneOf(
        Arbitraries.strings().all(),
        Combinators.combine(names, values)
            .as((name, value) -> name + "=" + value)
            .list()
            .ofMaxSize(8)
            .map(pairs -> String.join("&", pairs)));
  }

  private static Arbitrary<BadgeColor> colors() {
    return Arbitraries.of(
            "red", "inactive", "tan", "#fff", "12345678", "rgb(1 2 3 / 5%)", "hsl(10,20%,30%)")
        .map(text -> BadgeColor.parse(text).orElseThrow());
  }

  private static Badge withIdSuffix(String idSuffix) {
    return new Badge(
        "a",
        "b",
        BadgeColor.RED,
        Optional.empty(),
        Style.FLAT,
        Optional.empty(),
        List.of(),
        idSuffix,
        1);
  }

  private record Parts(
      String label, String message, BadgeColor color, Optional<BadgeColor> labelColor) {}
}
