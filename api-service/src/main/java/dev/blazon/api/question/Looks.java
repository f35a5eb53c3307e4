package dev.blazon.api.question;

import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartLook.Theme;
import dev.blazon.chart.wire.ChartExchange;
import java.util.List;
import java.util.Locale;

/** Reads how a chart should look: {@code theme}, {@code width}, {@code height}, {@code scale}. */
public final class Looks {

  /** As wide as a README's column on GitHub. */
  private static final int USUAL_WIDTH = 800;

  /** Curves are steepest to the eye, and so best compared, when a chart is about twice as wide. */
  private static final int WIDTH_TO_HEIGHT = 2;

  private static final int USUAL_LEAST_HEIGHT = 200;
  private static final int USUAL_MOST_HEIGHT = 480;

  private static final List<String> SVG_THEMES = List.of("auto", "light", "dark");
  private static final List<String> PNG_THEMES = List.of("light", "dark", "auto");

  private Looks() {}

  /** The look of a chart whose URL says nothing about it. */
  public static ChartLook usual(ImageFormat format) {
    return read(CallQuery.parse(""), format);
  }

  /** Reads the parameters; refuses impossible ones. */
  public static ChartLook read(CallQuery query, ImageFormat format) {
    int width =
        query.optionalNumber("width", ChartLook.MIN_WIDTH, ChartLook.MAX_WIDTH).orElse(USUAL_WIDTH);
    int height =
        query
            .optionalNumber("height", ChartLook.MIN_HEIGHT, ChartLook.MAX_HEIGHT)
            .orElse(usualHeight(width));
    int scale = query.number("scale", 1, ChartLook.MAX_SCALE);
    Theme theme = theme(query, format);
    if (format == ImageFormat.SVG) {
      return new ChartLook(theme, width, height, 1);
    }
    if (width * height * scale * scale > ChartExchange.MOST_PIXELS) {
      throw Refusal.badForm(
          "scale",
          width + "x" + height + " times " + scale,
          "so small that the PNG has at most " + ChartExchange.MOST_PIXELS + " pixels");
    }
    return new ChartLook(theme, width, height, scale);
  }

  private static int usualHeight(int width) {
    return Math.min(USUAL_MOST_HEIGHT, Math.max(USUAL_LEAST_HEIGHT, width / WIDTH_TO_HEIGHT));
  }

  /** A PNG cannot know what its reader's system wants, so {@code auto} is light there. */
  private static Theme theme(CallQuery query, ImageFormat format) {
    boolean svg = format == ImageFormat.SVG;
    String word = query.choice("theme", svg ? SVG_THEMES : PNG_THEMES);
    Theme theme = Theme.valueOf(word.toUpperCase(Locale.ROOT));
    return theme == Theme.AUTO && !svg ? Theme.LIGHT : theme;
  }
}
