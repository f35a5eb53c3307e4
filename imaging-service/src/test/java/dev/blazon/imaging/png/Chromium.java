package dev.blazon.imaging.png;

import dev.blazon.imaging.png.text.Typeface;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Paints SVG in a headless Chromium, with the font in our jar, on one page for all pictures. */
public final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final int DEADLINE_SECONDS = 120;

  /** The font families in badges; the page maps them to our font. */
  private static final List<String> FAMILIES = List.of("Verdana", "Helvetica Neue");

  private Chromium() {}

  /**
   * Paints documents one below the other, at most {@code rowHeight} pixels each.
   *
   * @param scale device pixels per pixel of the page
   * @return the page, transparent where nothing was painted
   */
  public static BufferedImage paint(List<String> svgs, int width, int rowHeight, int scale)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("blazon-chromium");
    try {
      Path page = Files.writeString(folder.resolve("page.html"), page(svgs, rowHeight));
      Path picture = folder.resolve("page.png");
      List<String> command =
          List.of(
              executable(),
              "--headless",
              "--no-sandbox",
              "--disable-gpu",
              "--no-first-run",
              "--disable-background-networking",
              "--disable-component-update",
              "--disable-sync",
              "--disable-dev-shm-usage",
              "--hide-scrollbars",
              "--default-background-color=00000000",
              "--force-color-profile=srgb",
              // Waits until all fonts are loaded; the time is virtual, so it costs nothing.
              "--virtual-time-budget=5000",
              "--user-data-dir=" + folder.resolve("profile"),
              "--force-device-scale-factor=" + scale,
              "--window-size=" + width + "," + rowHeight * svgs.size(),
              "--screenshot=" + picture,
              page.toUri().toString());
      run(command, folder.resolve("log"));
      return ImageIO.read(picture.toFile());
    } finally {
      delete(folder);
    }
  }

  private static void run(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("Chromium did not finish within " + DEADLINE_SECONDS + " s");
    }
    if (process.exitValue() != 0) {
      throw new IOException("Chromium failed:\n" + Files.readString(log));
    }
  }

  /** The path of Chromium. */
  private static String executable() {
    List<Path> found = new ArrayList<>();
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      NAMES.stream().map(Path.of(folder)::resolve).filter(Files::isExecutable).forEach(found::add);
    }
    if (found.isEmpty()) {
      throw new IllegalStateException(
          "no Chromium in PATH (looked for " + String.join(", ", NAMES) + "): install chromium");
    }
    return found.get(0).toString();
  }

  private static String page(List<String> svgs, int rowHeight) throws IOException {
    StringBuilder html = new StringBuilder("<!doctype html><meta charset=utf-8><style>");
    html.append("body{margin:0}svg{position:absolute;left:0}");
    for (String weight : List.of("400 DejaVuSans.ttf", "700 DejaVuSans-Bold.ttf")) {
      String face = base64(weight.substring(4));
      for (String family : FAMILIES) {
        html.append("@font-face{font-family:'").append(family).append("';font-weight:");
        html.append(weight, 0, 3).append(";src:url(data:font/ttf;base64,").append(face);
        html.append(")}");
      }
    }
    html.append("</style>");
    for (int i = 0; i < svgs.size(); i++) {
      html.append(svgs.get(i).replaceFirst("<svg", "<svg style='top:" + i * rowHeight + "px'"));
    }
    return html.toString();
  }

  private static String base64(String file) throws IOException {
    try (var in = Typeface.class.getResourceAsStream("dejavu/" + file)) {
      return Base64.getEncoder().encodeToString(in.readAllBytes());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
