package dev.blazon.imaging.logo;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import dev.blazon.imaging.logo.Logos.FoundLogo;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks by custom logos. {@code DiskCacheTest} tests attacks by cache keys. */
class AttackTest {

  private static final String START =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
          + " viewBox='0 0 24 24'>";
  private static final String PATH = "<path d='M0 0h24v24z'/>";

  private final Logos logos = new Logos(new SimpleMeterRegistry());

  private FoundLogo find(byte[] svg) {
    String source = "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
    return logos.find(Logo.of(source), Style.FLAT);
  }

  private static Arguments svg(String attack, String body, String problem) {
    return Arguments.of(attack, START + body + PATH + "</svg>", problem);
  }

  static Stream<Arguments> attacks() {
    String outside = "the custom logo refers to something outside of it";
    String handler = "the custom logo has an event handler";
    String function = "the custom logo has a CSS function that logos do not need";
    String atRule = "the custom logo has a CSS at-rule";
    String noShape = "the custom logo has an element that is not a plain shape";
    return Stream.of(
        Arguments.of(
            "XXE: a file",
            "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + START + "&x;</svg>",
            "the custom logo has a DOCTYPE"),
        Arguments.of(
            "XXE: a parameter entity",
            "<!DOCTYPE svg [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/'> %x;]>" + START + "</svg>",
            "the custom logo has a DOCTYPE"),
        Arguments.of(
            "XXE: an external DTD",
            "<!DOCTYPE svg SYSTEM 'http://127.0.0.1:1/svg.dtd'>" + START + "</svg>",
            "the custom logo has a DOCTYPE"),
        Arguments.of("billion laughs", billionLaughs(), "the custom logo has a DOCTYPE"),
        svg("undeclared entity", "&lol;", "the custom logo is not well-formed XML"),
        svg("script", "<script>alert(1)</script>", "the custom logo has a script element"),
        svg(
            "script by another name",
            "<x:SCRIPT xmlns:x='http://www.w3.org/1999/xhtml'/>",
            "the custom logo has a SCRIPT element"),
        svg(
            "script in metadata",
            "<metadata><script/></metadata>",
            "the custom logo has a script element"),
        svg("event handler", "<g onload='alert(1)'/>", handler),
        svg("event handler in capitals", "<g ONCLICK='alert(1)'/>", handler),
        svg(
            "foreignObject",
            "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
            "the custom logo has a foreignObject element"),
        svg(
            "animated href",
            "<use href='#a'><animate attributeName='href' to='http://e.example/'/></use>",
            "the custom logo has a animate element"),
        svg(
            "set href",
            "<image><set attributeName='xlink:href' to='http://e.example/'/></image>",
            "the custom logo has a set element"),
        svg("remote image", "<image href='http://127.0.0.1:1/x.png'/>", outside),
        svg("remote image, old", "<image xlink:href='//127.0.0.1:1/x.png'/>", outside),
        svg("file image", "<image href='file:///etc/passwd'/>", outside),
        svg("relative image", "<image href='../x.png'/>", outside),
        svg("remote use", "<use href='http://127.0.0.1:1/x.svg#a'/>", outside),
        svg("data use", "<use href='data:image/svg+xml;base64,PHN2Zy8+#a'/>", outside),
        svg("SVG in an image", "<image href='data:image/svg+xml;base64,PHN2Zy8+'/>", outside),
        svg("javascript link", "<a href='javascript:alert(1)'/>", noShape),
        svg("text", "<text>x</text>", noShape),
        svg("filter", "<filter/>", noShape),
        svg("remote paint", "<g fill='url(http://127.0.0.1:1/#a)'/>", outside),
        svg("remote paint, quoted", "<g style='fill: URL ( \"//127.0.0.1:1/#a\")'/>", outside),
        svg("empty url", "<g fill='url()'/>", outside),
        svg("unfinished url", "<g fill='url('/>", outside),
        svg("CSS import", "<style>@import 'http://127.0.0.1:1/x.css';</style>", atRule),
        svg("CSS import in CDATA", "<style><![CDATA[@import url(x.css);]]></style>", atRule),
        svg("CSS font", "<style>@font-face{src:url(http://127.0.0.1:1/)}</style>", atRule),
        svg("CSS image", "<style>g{background:image-set('x' 1x)}</style>", function),
        svg(
            "CSS escape",
            "<style>g{fill:u\\72l(http://127.0.0.1:1/)}</style>",
            "the custom logo has a CSS escape"),
        svg("CSS expression", "<g style='width:expression(alert(1))'/>", function),
        svg(
            "endless dashes",
            "<path d='M0 0H9' stroke-dasharray='.0001'/>",
            "the custom logo has dashes"),
        svg(
            "endless dashes in CSS",
            "<g style='stroke-dasharray:1'/>",
            "the custom logo has dashes"),
        Arguments.of(
            "huge dimensions",
            "<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'/>",
            "the custom logo's size is out of bounds"),
        Arguments.of(
            "huge viewBox",
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1e99 1e99'/>",
            "the custom logo's size is out of bounds"),
        Arguments.of(
            "no dimensions",
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 NaN 0'/>",
            "the custom logo's size is out of bounds"),
        svg(
            "deep nesting",
            "<g>".repeat(2000) + "</g>".repeat(2000),
            "the custom logo is nested too deep"),
        svg(
            "deep nesting of what is dropped",
            "<x xmlns='urn:x'>".repeat(2000 / 2) + "</x>".repeat(2000 / 2),
            "the custom logo is nested too deep"),
        svg("many elements", "<g/>".repeat(2001), "the custom logo has too many elements"),
        svg("a loop", "<g id='a'><use href='#a'/></g>", "the custom logo refers to itself"),
        svg(
            "uses of uses",
            doubling("<g id='l%d'><use href='#l%d'/><use href='#l%2$d'/></g>"),
            "the custom logo repeats itself too often"),
        svg(
            "masks of masks",
            doubling("<mask id='l%d'><g mask='url(#l%d)'/><g mask='url(#l%2$d)'/></mask>"),
            "the custom logo repeats itself too often"),
        svg(
            "masks by a style sheet",
            "<style>g{mask:url(#m)}</style><mask id='m'/>",
            "a style sheet may refer to gradients only"),
        Arguments.of("not SVG", "<html/>", "the custom logo is not an SVG document"),
        Arguments.of("not XML", "GIF89a", "the custom logo is not well-formed XML"),
        Arguments.of("nothing", "", "the custom logo is not well-formed XML"));
  }

  private static String billionLaughs() {
    StringBuilder entities = new StringBuilder("<!DOCTYPE svg [<!ENTITY l0 'lol'>");
    for (int i = 1; i < 10; i++) {
      entities.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    return entities + "]>" + START + "<title>&l9;</title></svg>";
  }

  private static String doubling(String level) {
    StringBuilder levels = new StringBuilder("<g id='l0'/>");
    for (int i = 1; i < 40; i++) {
      levels.append(level.formatted(i, i - 1));
    }
    return levels.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void is_refused(String attack, String svg, String problem) {
    assertEquals(new FoundLogo.Missing(problem), find(svg.getBytes(UTF_8)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void is_also_refused_in_another_encoding(String attack, String svg, String problem) {
    assertInstanceOf(FoundLogo.Missing.class, find(svg.getBytes(UTF_16)));
  }

  @Test
  void an_accepted_logo_is_rewritten() {
    String svg =
        START
            + "<!-- secret --><?php secret ?><metadata>secret</metadata>"
            + "<sodipodi:namedview xmlns:sodipodi='urn:secret' secret='1'><g/></sodipodi:namedview>"
            + "<g data-secret='1' id='&quot;&lt;'>"
            + PATH
            + "</g><style>.a{fill:url(#b)}</style></svg>";

    FoundLogo found = find(svg.getBytes(UTF_8));

    String uri = assertInstanceOf(FoundLogo.Ready.class, found).image().dataUri();
    String written =
        new String(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1)), UTF_8);
    assertFalse(written.contains("secret"), written);
    assertTrue(written.contains("<g id=\"&quot;&lt;\"><path d=\"M0 0h24v24z\">"), written);
    assertTrue(written.contains("<style>.a{fill:url(#b)}</style>"), written);
  }
}
