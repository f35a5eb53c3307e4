package dev.blazon.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Style;
import dev.blazon.badge.Trend;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates badges with arbitrary text, for property tests. */
public final class AnyBadge {

  private AnyBadge() {}

  /** With and without a line after the message. */
  public static Arbitrary<Badge> arbitrary() {
    return Combinators.combine(plain(), trends().optional()).as(AnyBadge::with);
  }

  private static Badge with(Badge plain, Optional<Trend> trend) {
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
        trend.filter(line -> !plain.message().isEmpty()));
  }

  private static Arbitrary<Trend> trends() {
    return Arbitraries.integers()
        .between(0, Trend.MAX_HEIGHT)
        .list()
        .ofMinSize(2)
        .ofMaxSize(Trend.MAX_POINTS)
        .map(Trend::new);
  }

  private static Arbitrary<Badge> plain() {
    return Combinators.combine(
            texts(),
            texts(),
            colors(),
            colors().optional(),
            Arbitraries.of(Style.values()),
            links().list().ofMaxSize(2),
            Arbitraries.of("", "-1", "a_B"),
            Arbitraries.integers().between(1, Badge.MAX_SCALE))
        .as(
            (label, message, color, labelColor, style, links, idSuffix, scale) ->
                new Badge(
                    label,
                    message,
                    color,
                    labelColor,
                    style,
                    Optional.empty(),
                    links,
                    idSuffix,
                    scale));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(300),
        Arbitraries.strings()
            .withChars("<>&\"'] \t\n\u0000\ud800\udfff\ufffe\u202eaß")
            .ofMaxLength(20));
  }

  private static Arbitrary<String> links() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all(), Arbitraries.strings().all().map(text -> "https://" + text));
  }

  private static Arbitrary<BadgeColor> colors() {
    return Arbitraries.of("red", "white", "tan", "#abcd", "hsl(1,2%,99%)")
        .map(text -> BadgeColor.parse(text).orElseThrow());
  }
}
