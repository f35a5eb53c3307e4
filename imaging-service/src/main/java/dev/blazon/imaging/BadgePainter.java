package dev.blazon.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.layout.LogoImage;
import dev.blazon.imaging.logo.LogoPixels;
import dev.blazon.imaging.logo.Logos;
import dev.blazon.imaging.logo.Logos.FoundLogo;
import dev.blazon.imaging.logo.Raster;
import dev.blazon.imaging.png.PngPainter;
import dev.blazon.imaging.png.raster.LogoRaster;
import dev.blazon.imaging.svg.SvgPainter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.OptionalDouble;

/** Paints badges in both formats, with a common cache of logos. */
final class BadgePainter implements Painter {

  private final Logos logos;
  private final SvgPainter svg = new SvgPainter();
  private final PngPainter png = new PngPainter();

  BadgePainter(MeterRegistry metrics) {
    this.logos = new Logos(metrics);
  }

  @Override
  public boolean isQuick(Badge badge, ImageFormat format) {
    return format == ImageFormat.SVG && (badge.logo().isEmpty() || logos.isKnown(badge));
  }

  @Override
  public Painted paint(Badge badge, ImageFormat format) {
    Optional<FoundLogo> logo = badge.logo().map(requested -> logos.find(requested, badge.style()));
    if (logo.isPresent() && logo.get() instanceof FoundLogo.Missing missing) {
      return withoutLogo(badge, format, Optional.of(missing.problem()));
    }
    if (logo.isPresent() && logo.get() instanceof FoundLogo.Ready ready) {
      return withLogo(badge, format, ready);
    }
    return withoutLogo(badge, format, Optional.empty());
  }

  private Painted withoutLogo(Badge badge, ImageFormat format, Optional<String> problem) {
    byte[] body =
        switch (format) {
          case SVG -> svg.paint(badge, Optional.empty());
          case PNG ->
              png.paint(
                  BadgeLayout.of(badge, OptionalDouble.empty()), Optional.empty(), badge.scale());
        };
    return new Painted(body, problem);
  }

  private Painted withLogo(Badge badge, ImageFormat format, FoundLogo.Ready logo) {
    LogoImage image = logo.image();
    return switch (format) {
      case SVG -> new Painted(svg.paint(badge, Optional.of(image)), Optional.empty());
      case PNG -> withRaster(badge, image, logos.raster(logo, badge.scale()));
    };
  }

  private Painted withRaster(Badge badge, LogoImage image, Raster raster) {
    if (raster instanceof LogoPixels pixels) {
      BadgeLayout layout = BadgeLayout.of(badge, OptionalDouble.of(image.width()));
      Optional<LogoRaster> logo =
          Optional.of(new LogoRaster(pixels.width(), pixels.height(), pixels.argb()));
      return new Painted(png.paint(layout, logo, badge.scale()), Optional.empty());
    }
    Raster.None none = (Raster.None) raster;
    byte[] body = withoutLogo(badge, ImageFormat.PNG, Optional.empty()).body();
    return new Painted(body, Optional.of(none.problem()), none == Raster.None.LATE);
  }
}
