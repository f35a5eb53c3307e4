package dev.blazon.imaging.logo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import dev.blazon.imaging.logo.Logos.FoundLogo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedLogosTest {

  private final Logos logos = new Logos(new SimpleMeterRegistry());

  private static String slug(String name) {
    return NamedLogos.find(name).map(Icon::slug).orElse("none");
  }

  private String svg(Logo logo, Style style) {
    String uri = ((FoundLogo.Ready) logos.find(logo, style)).image().dataUri();
    byte[] svg = Base64.getDecoder().decode(uri.substring("data:image/svg+xml;base64,".length()));
    return new String(svg, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "python,             python",
    "Python,             python",
    "' PyPI ',           pypi",
    "github-actions,     githubactions",
    "GitHub Actions,     githubactions",
    "node.js,            nodedotjs",
    "Node.js,            nodedotjs",
    "nodejs,             nodedotjs",
    "nodedotjs,          nodedotjs",
    "c++,                cplusplus",
    "cplusplus,          cplusplus",
    "c,                  c",
    "C#,                 none",
    ".NET,               dotnet",
    ".ENV,               dotenv",
    "Citroën,            citroen",
    "'Let’s Encrypt',    letsencrypt",
    "lets-encrypt,       letsencrypt",
    "AT&T,               atandt",
    "read the docs,      readthedocs",
    "爱发电,             afdian",
    "eclipse,            eclipseide",
    "gitter-white,       gitter",
    "scrutinizer,        scrutinizerci",
    "stackoverflow,      stackoverflow",
    "travis,             travisci",
    "CSS3,               css",
    "vue,                vuedotjs",
    "no-such-brand,      none",
    "-,                  none",
    "../../etc/passwd,   none",
  })
  void finds_an_icon_by_any_usual_spelling(String name, String expected) {
    assertEquals(expected, slug(name));
  }

  @Test
  void packs_every_icon_of_the_webjar() throws IOException {
    int icons = 0;
    String webjar = "/META-INF/resources/webjars/simple-icons/16.2.0/icons/";
    for (String slug : NamedLogos.slugs()) {
      try (InputStream in = NamedLogosTest.class.getResourceAsStream(webjar + slug + ".svg")) {
        String original = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Icon icon = NamedLogos.find(slug).orElseThrow();
        assertEquals(slug, icon.slug());
        assertTrue(original.contains("<path d=\"" + icon.path() + "\"/>"), slug);
        icons++;
      }
    }
    assertTrue(icons > 3_300, icons + " icons");
  }

  @ParameterizedTest
  @CsvSource({
    "3776ab, FLAT,   #3776ab", // Python: brightness 0.41
    "181717, FLAT,   #f5f5f5", // GitHub: too dark
    "181717, SOCIAL, #181717",
    "ecd53f, SOCIAL, #333", // .ENV: too bright
    "ecd53f, PLASTIC, #ecd53f",
  })
  void a_brand_s_colour_is_replaced_if_it_is_hard_to_see(String rgb, Style style, String color) {
    assertEquals(color, NamedLogos.color(Integer.parseInt(rgb, 16), style).css());
  }

  @Test
  void a_given_colour_is_used() {
    Logo red = new Logo("github", Optional.of(BadgeColor.RED), false, OptionalInt.empty());

    assertTrue(svg(red, Style.FLAT).contains("fill=\"#dd4343\""));
  }

  @Test
  void a_wide_icon_keeps_its_proportions_with_auto_size() {
    Logo square = Logo.of("amazonwebservices");
    Logo wide = new Logo("numpy", Optional.empty(), true, OptionalInt.empty());
    Logo auto = new Logo("intel", Optional.empty(), true, OptionalInt.empty());

    assertEquals(
        new FoundLogo.Missing("no logo of that name is known"), logos.find(square, Style.FLAT));
    assertEquals(14, ((FoundLogo.Ready) logos.find(wide, Style.FLAT)).image().width(), 0.5);
    FoundLogo.Ready intel = (FoundLogo.Ready) logos.find(auto, Style.FLAT);
    assertTrue(intel.image().width() > 30, intel.image().width() + " pixels");
    assertTrue(svg(auto, Style.FLAT).contains("viewBox=\"0 "), svg(auto, Style.FLAT));
  }

  @Test
  void a_given_width_is_used() {
    Logo logo = new Logo("python", Optional.empty(), true, OptionalInt.of(40));

    assertEquals(40, ((FoundLogo.Ready) logos.find(logo, Style.FLAT)).image().width());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void a_rasterised_icon_has_its_colour_inside_and_is_transparent_outside(int scale) {
    FoundLogo.Ready red =
        (FoundLogo.Ready)
            logos.find(
                new Logo("github", Optional.of(BadgeColor.RED), false, OptionalInt.empty()),
                Style.FLAT);

    LogoPixels pixels = (LogoPixels) logos.raster(red, scale);

    assertEquals(14 * scale, pixels.width());
    assertEquals(14 * scale, pixels.height());
    int[] argb = pixels.argb();
    assertEquals(0, argb[0] >>> 24, "the corner is transparent");
    int leftMiddle = argb[7 * scale * pixels.width() + scale];
    assertEquals(0xffdd4343, leftMiddle, Integer.toHexString(leftMiddle));
    assertSame(pixels, logos.raster(red, scale), "painted once");
  }
}
