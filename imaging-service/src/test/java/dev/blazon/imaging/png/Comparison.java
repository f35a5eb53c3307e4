package dev.blazon.imaging.png;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blazon.badge.Badge;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.svg.SvgPainter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;

/** One badge painted twice in the same size: our SVG by Chromium, and our PNG. */
record Comparison(Badge badge, BufferedImage chromium, BufferedImage ours) {

  /** The height of a row: more than that of any badge. */
  private static final int ROW = 30;

  /** Paints all badges on one page of Chromium, with the logo if there is one. */
  static List<Comparison> of(List<Badge> badges, Optional<SampleLogo> logo, int scale)
      throws IOException, InterruptedException {
    OptionalDouble logoWidth =
        logo.isPresent() ? OptionalDouble.of(logo.get().image().width()) : OptionalDouble.empty();
    SvgPainter svgPainter = new SvgPainter();
    PngPainter pngPainter = new PngPainter();
    List<String> svgs = new ArrayList<>();
    List<BufferedImage> pngs = new ArrayList<>();
    int width = 0;
    for (Badge badge : badges) {
      BadgeLayout layout = BadgeLayout.of(badge, logoWidth);
      svgs.add(new String(svgPainter.paint(badge, logo.map(SampleLogo::image)), UTF_8));
      byte[] png = pngPainter.paint(layout, logo.map(SampleLogo::raster), scale);
      pngs.add(ImageIO.read(new ByteArrayInputStream(png)));
      width = Math.max(width, (int) Math.ceil(layout.width()));
    }
    BufferedImage page = Chromium.paint(svgs, width + 1, ROW, scale);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < badges.size(); i++) {
      BufferedImage png = pngs.get(i);
      BufferedImage seen = page.getSubimage(0, i * ROW * scale, png.getWidth(), png.getHeight());
      comparisons.add(new Comparison(badges.get(i), seen, png));
    }
    return comparisons;
  }
}
