package dev.blazon.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadgeColorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "brightgreen;             brightgreen;            #4b0;      ff44bb00",
        "success;                 brightgreen;            #4b0;      ff44bb00",
        "green;                   green;                  #67ac09;   ff67ac09",
        "yellow;                  yellow;                 #d8b800;   ffd8b800",
        "yellowgreen;             yellowgreen;            #95991a;   ff95991a",
        "important;               orange;                 #ea7233;   ffea7233",
        "critical;                red;                    #dd4343;   ffdd4343",
        "informational;           blue;                   #007ec6;   ff007ec6",
        "gray;                    grey;                   #555;      ff555555",
        "lightgray;               lightgrey;              #939393;   ff939393",
        "inactive;                lightgrey;              #939393;   ff939393",
        "' RED ';                 red;                    #dd4343;   ffdd4343",
        "rebeccapurple;           rebeccapurple;          rebeccapurple; ff663399",
        "LightGoldenrodYellow;    lightgoldenrodyellow;   lightgoldenrodyellow; fffafad2",
        "tan;                     tan;                    tan;       ffd2b48c",
        "f0f;                     #f0f;                   #f0f;      ffff00ff",
        "#FF69B4;                 #ff69b4;                #ff69b4;   ffff69b4",
        "ff69b480;                #ff69b480;              #ff69b480; 80ff69b4",
        "#f0f8;                   #f0f8;                  #f0f8;     88ff00ff",
        "rgb(1,2,3);              rgb(1,2,3);             #010203;   ff010203",
        "'RGB( 1 , 2 , 3 )';      rgb(1,2,3);             #010203;   ff010203",
        "rgb(1 2 3 / 50%);        rgba(1,2,3,50%);        #01020380; 80010203",
        "rgba(1,2,3,.5);          rgba(1,2,3,.5);         #01020380; 80010203",
        "rgb(0%,50%,100%);        rgb(0%,50%,100%);       #0080ff;   ff0080ff",
        "rgb(300,0,0);            rgb(300,0,0);           #ff0000;   ffff0000",
        "hsl(120,100%,25%);       hsl(120,100%,25%);      #008000;   ff008000",
        "hsl(1turn,100%,50%);     hsl(1turn,100%,50%);    #ff0000;   ffff0000",
        "hsl(100grad 100% 50%);   hsl(100grad,100%,50%);  #80ff00;   ff80ff00",
        "hsla(240,100%,50%,0);    hsla(240,100%,50%,0);   #0000ff00; 000000ff",
        "hsl(480,100%,50%);       hsl(480,100%,50%);      #00ff00;   ff00ff00",
        "hsl(300,200%,50%);       hsl(300,200%,50%);      #ff00ff;   ffff00ff",
      })
  void reads_colours_as_people_write_them(String text, String name, String css, String argb) {
    BadgeColor color = BadgeColor.parse(text).orElseThrow();
    assertEquals(name, color.name());
    assertEquals(css, color.css());
    assertEquals(argb, String.format("%08x", color.argb()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "#",
        "notacolor",
        "transparent",
        "currentColor",
        "inherit",
        "url(#s)",
        "12",
        "12345",
        "1234567",
        "##123",
        "ggg",
        "٣٣٣",
        "rgb(1,2)",
        "rgb(1,2,3",
        "rgb(1,2,3)\"/><script>",
        "rgb(-1,2,3)",
        "rgb(99999999999,2,3)",
        "hsl(120,50,50)",
        "hsl(1e9,50%,50%)",
        "rgb(1,2,3);background:url(x)",
        "var(--x)",
      })
  void refuses_text_that_is_not_a_colour(String text) {
    assertEquals(Optional.empty(), BadgeColor.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "brightgreen, 0.51, false",
    "yellow,      0.68, false",
    "lightgrey,   0.58, false",
    "white,       1.0,  true",
    "#b1b1b1,     0.69, false",
    "#b2b2b2,     0.7,  true",
    "#b1b1b180,   0.69, false",
    "lightblue,   0.8, true",
  })
  void a_bright_colour_needs_dark_text(String text, double brightness, boolean light) {
    BadgeColor color = BadgeColor.parse(text).orElseThrow();
    assertEquals(brightness, color.brightness());
    assertEquals(light, color.isLight());
  }

  @Property
  void any_text_that_is_a_colour_has_a_canonical_name(@ForAll String text) {
    BadgeColor.parse(text).ifPresent(BadgeColorTest::assertCanonical);
  }

  @Property
  void any_hsl_has_a_canonical_name(
      @ForAll @IntRange(max = 999) int hue,
      @ForAll @IntRange(max = 120) int saturation,
      @ForAll @IntRange(max = 120) int lightness) {
    assertCanonical(
        BadgeColor.parse("hsl(" + hue + " , " + saturation + "% , " + lightness + "%)")
            .orElseThrow());
  }

  private static void assertCanonical(BadgeColor color) {
    BadgeColor again = BadgeColor.parse(color.name()).orElseThrow();
    assertEquals(color, again);
    assertEquals(color.argb(), again.argb());
    assertEquals(color.isLight(), again.isLight());
    assertTrue(color.css().matches("[a-z]+|#[0-9a-f]{3,8}"), color.css());
    assertTrue(color.name().matches("[a-z0-9#(),.%]+"), color.name());
  }
}
