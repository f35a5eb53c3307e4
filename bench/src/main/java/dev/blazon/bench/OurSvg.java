package dev.blazon.bench;

import dev.blazon.badge.Badge;
import dev.blazon.imaging.svg.SvgPainter;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Blazon's SVG of the samples, and its font: the input of engines that turn SVG into PNG. */
final class OurSvg {

  private OurSvg() {}

  static List<byte[]> of(List<Badge> badges) {
    SvgPainter painter = new SvgPainter();
    return badges.stream().map(badge -> painter.paint(badge, Optional.empty())).toList();
  }

  /** Writes the samples for painters outside Java: {@code [{label, message, color, svg}]}. */
  static void write(Path file) throws IOException {
    SvgPainter painter = new SvgPainter();
    JsonArray all = new JsonArray();
    for (Badge badge : Samples.badges()) {
      String svg = new String(painter.paint(badge, Optional.empty()), StandardCharsets.UTF_8);
      all.add(
          new JsonObject()
              .put("label", badge.label())
              .put("message", badge.message())
              .put("color", badge.color().name())
              .put("svg", svg));
    }
    Files.createDirectories(file.getParent());
    Files.write(file, all.toBuffer().getBytes());
  }

  /** Writes the font of Blazon's PNG, for engines that need the path of a font. */
  static void writeFont(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream font =
        SvgPainter.class.getResourceAsStream(
            "/dev/blazon/imaging/png/text/dejavu/DejaVuSans.ttf")) {
      if (font == null) {
        throw new IOException("the imaging service ships no DejaVuSans.ttf");
      }
      Files.copy(font, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
