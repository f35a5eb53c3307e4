package dev.blazon.imaging.png;

import dev.blazon.badge.Style;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Paints {@code docs/contact-sheets}: for each style our SVG by Chromium on the left, and our PNG
 * on the right, both enlarged. Run it in the project's folder:
 *
 * <pre>mvn -q -pl imaging-service -am test -DskipTests -Pcontact-sheets</pre>
 */
public final class ContactSheets {

  private static final int SCALE = 2;

  /** The side of the square on the sheet for each pixel of a picture. */
  private static final int ENLARGEMENT = 2;

  private static final int GAP = 12;

  private ContactSheets() {}

  /** The only argument is the folder. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<Comparison> all = Comparison.of(SampleBadges.all(), Optional.empty(), SCALE);
    for (Style style : Style.values()) {
      List<Comparison> rows = all.stream().filter(c -> c.badge().style() == style).toList();
      ImageIO.write(sheet(rows), "png", folder.resolve(style.id() + ".png").toFile());
    }
  }

  private static BufferedImage sheet(List<Comparison> rows) {
    int column = rows.stream().mapToInt(c -> c.ours().getWidth()).max().orElseThrow();
    int row = rows.get(0).ours().getHeight();
    BufferedImage sheet =
        new BufferedImage(
            2 * column * ENLARGEMENT + 3 * GAP,
            rows.size() * (row * ENLARGEMENT + GAP) + GAP,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < rows.size(); i++) {
      int y = GAP + i * (row * ENLARGEMENT + GAP);
      enlarge(rows.get(i).chromium(), GAP, y, graphics);
      enlarge(rows.get(i).ours(), 2 * GAP + column * ENLARGEMENT, y, graphics);
    }
    graphics.dispose();
    return sheet;
  }

  private static void enlarge(BufferedImage image, int x, int y, Graphics2D graphics) {
    int width = image.getWidth() * ENLARGEMENT;
    int height = image.getHeight() * ENLARGEMENT;
    graphics.drawImage(image, x, y, width, height, null);
  }
}
