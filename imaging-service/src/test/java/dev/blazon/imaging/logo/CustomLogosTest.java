package dev.blazon.imaging.logo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import dev.blazon.imaging.logo.Logos.FoundLogo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomLogosTest {

  private static final int LEFT_RED = 0xffff0000;

  private final Logos logos = new Logos(new SimpleMeterRegistry());

  private static String base64(byte[] file) {
    return Base64.getEncoder().encodeToString(file);
  }

  /** A logo with a red left half and a transparent right half. */
  private static byte[] png(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(image, "png", file);
    return file.toByteArray();
  }

  /** The same logo, as different editors and people write it. */
  static List<String> halvesInRed() throws IOException {
    String open = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'>";
    return List.of(
        open + "<path fill='red' d='M0 0h10v20H0z'/></svg>",
        "\ufeff<?xml version='1.0' encoding='UTF-8'?>\n<!-- an editor -->\n"
            + open
            + "<title>red</title><g style='fill:#f00'><rect width='10' height='20'/></g></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' width='20px' height='20px'>"
            + "<rect width='10' height='20' fill='rgb(255, 0, 0)'/></svg>",
        open
            + "<style>.cls-1{fill:url(#red)}</style><defs><linearGradient id='red'>"
            + "<stop stop-color='red'/></linearGradient></defs>"
            + "<rect class='cls-1' width='10' height='20'/></svg>",
        open
            + "<defs><rect id='half' width='10' height='20'/></defs>"
            + "<use href='#half' fill='red' transform='translate (0, 0)'/></svg>",
        open
            + "<clipPath id='left'><rect width='10' height='20'/></clipPath>"
            + "<rect width='20' height='20' fill='red' clip-path='url( \"#left\" )'/></svg>",
        open
            + "<image width='20' height='20' href='data:image/png;base64,"
            + base64(png(20, 20))
            + "'/></svg>",
        "<svg:svg xmlns:svg='http://www.w3.org/2000/svg' viewBox='0 0 20 20'>"
            + "<svg:rect width='10' height='20' fill='red'/></svg:svg>");
  }

  private LogoPixels pixels(String source) {
    FoundLogo answer = logos.find(Logo.of(source), Style.FLAT);
    return assertInstanceOf(
        LogoPixels.class, logos.raster(assertInstanceOf(FoundLogo.Ready.class, answer), 2));
  }

  private static void assertLeftIsRed(LogoPixels pixels) {
    assertEquals(28, pixels.width());
    assertEquals(28, pixels.height());
    int row = 14 * pixels.width();
    assertEquals(LEFT_RED, pixels.argb()[row + 7], Integer.toHexString(pixels.argb()[row + 7]));
    assertEquals(0, pixels.argb()[row + 21] >>> 24, "the right half is transparent");
  }

  @ParameterizedTest
  @MethodSource("halvesInRed")
  void an_svg_is_painted_as_it_was_drawn(String svg) {
    assertLeftIsRed(pixels("data:image/svg+xml;base64," + base64(svg.getBytes(UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 14, 28, 100, 1000})
  void a_png_is_scaled_to_the_badge(int size) throws IOException {
    assertLeftIsRed(pixels("data:image/png;base64," + base64(png(size, size))));
  }

  @Test
  void what_clients_do_to_base64_is_undone() throws IOException {
    String logo = "data:image/png;base64," + base64(png(28, 28));

    assertLeftIsRed(pixels(logo.substring("data:".length())));
    assertLeftIsRed(pixels(logo.replace('+', ' ')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data:image/gif;base64,R0lGODdh",
        "data:text/html;base64,PGI+",
        "data:image/svg+xml,%3Csvg/%3E",
        "data:image/png;base64,***",
        "image/"
      })
  void anything_else_is_refused_with_a_reason(String source) {
    assertInstanceOf(FoundLogo.Missing.class, logos.find(Logo.of(source), Style.FLAT));
  }

  @Test
  void auto_size_preserves_proportions() throws IOException {
    String source = "data:image/png;base64," + base64(png(60, 20));
    Logo auto = new Logo(source, Optional.empty(), true, OptionalInt.empty());

    assertEquals(42, ((FoundLogo.Ready) logos.find(auto, Style.FLAT)).image().width());
    assertEquals(14, ((FoundLogo.Ready) logos.find(Logo.of(source), Style.FLAT)).image().width());
  }

  /** Pieces of SVG in any order, sometimes well-formed. */
  @Provide
  Arbitrary<String> svgLike() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "<g>",
            "</g>",
            "<g id='a'>",
            "<use href='#a'/>",
            "<style>",
            "</style>",
            "<x:y/>",
            "&lt;",
            "<path d='M0 0h1'/>",
            "fill='url(#a)'",
            "<g fill='&quot;&#10;&#x2028;'>",
            "<![CDATA[",
            "]]>",
            "<!-- ",
            " -->",
            "<rect style='fill:red'/>",
            "\u00e9",
            "<title>",
            "</title>",
            "'");
    return piece
        .list()
        .ofMaxSize(12)
        .map(
            pieces ->
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
                    + String.join("", pieces)
                    + "</svg>");
  }

  @Property(tries = 3_000)
  void sanitising_a_sanitised_logo_changes_nothing(@ForAll("svgLike") String svg)
      throws LogoException {
    ReadyLogo.Shapes once;
    try {
      once = SafeSvg.read(svg.getBytes(UTF_8));
    } catch (LogoException e) {
      assertTrue(e.getMessage().chars().allMatch(c -> c >= ' ' && c < 0x7f), e.getMessage());
      return;
    }
    assertEquals(once, SafeSvg.read(once.svg().getBytes(UTF_8)));
  }

  @Property(tries = 1_000)
  void any_name_can_be_searched(@ForAll String name) {
    FoundLogo answer = new Logos(new SimpleMeterRegistry()).find(Logo.of(name), Style.FLAT);
    assertTrue(answer instanceof FoundLogo.Ready || answer instanceof FoundLogo.Missing);
  }
}
