package dev.blazon.bench;

import dev.blazon.badge.Badge;
import dev.blazon.badge.Style;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.png.PngPainter;
import dev.blazon.imaging.svg.SvgPainter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Measures the mean size of Blazon's pictures of the samples, in bytes. */
final class PictureSize {

  /** As many samples as {@code npm/paint.mjs} measures. */
  private static final int SAMPLES = 500;

  private final List<Badge> badges = Samples.badges().subList(0, SAMPLES);
  private final SvgPainter svg = new SvgPainter();
  private final PngPainter png = new PngPainter();

  double ofSvg(Style style) {
    return badges.stream()
        .mapToInt(badge -> svg.paint(badge.withStyle(style), Optional.empty()).length)
        .average()
        .orElseThrow();
  }

  double ofPng(Style style, int scale) {
    return badges.stream()
        .map(badge -> BadgeLayout.of(badge.withStyle(style), OptionalDouble.empty()))
        .mapToInt(layout -> png.paint(layout, Optional.empty(), scale).length)
        .average()
        .orElseThrow();
  }
}
