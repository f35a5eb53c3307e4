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
            Arbitraries.integers().between(1, Badge.MAX_SCALE))
        .as(
            (part, style, logo, links, idSuffix, scale) ->
                new Badge(
                    part.label,
                    part.message,
                    part.color,
                    part.labelColor,
                    style,
                    logo,
                    links,
                    idSuffix,
                    scale));
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
            "x");
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(20),
            Arbitraries.of("red", "2", "auto", "flat", "%41", "%", "+", "a"));
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
