package dev.blazon.api.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.shield.Content;
import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Style;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

  private static final Content FACT = new Content("pypi", "v1.2.3", BadgeColor.BLUE);

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "'' -> pypi|v1.2.3|blue||flat|1",
        "label=ver -> ver|v1.2.3|blue||flat|1",
        "label= -> |v1.2.3|blue||flat|1",
        "label -> |v1.2.3|blue||flat|1",
        "label=a&label=b -> a|v1.2.3|blue||flat|1",
        "label=100%&color=red -> 100%|v1.2.3|red||flat|1",
        "label=%zz%e4 -> %zz�|v1.2.3|blue||flat|1",
        "colorB=red&colorA=grey -> pypi|v1.2.3|red|grey|flat|1",
        "color=green&colorB=red -> pypi|v1.2.3|green||flat|1",
        "color=FF69B4 -> pypi|v1.2.3|#ff69b4||flat|1",
        "color=%23ff69b4 -> pypi|v1.2.3|#ff69b4||flat|1",
        "color=critical -> pypi|v1.2.3|red||flat|1",
        "color=notacolor -> pypi|v1.2.3|brightgreen||flat|1",
        "color= -> pypi|v1.2.3|blue||flat|1",
        "labelColor=notacolor -> pypi|v1.2.3|blue||flat|1",
        "style=plastic -> pypi|v1.2.3|blue||plastic|1",
        "style=bogus -> pypi|v1.2.3|blue||flat|1",
        "style=popout -> pypi|v1.2.3|blue||flat|1",
        "style=popout-square -> pypi|v1.2.3|blue||flat-square|1",
        "style=flat?logo=x -> pypi|v1.2.3|blue||flat|1",
        "style=social:target:x -> pypi|v1.2.3|blue||social|1",
        "a=b&amp;style=plastic -> pypi|v1.2.3|blue||plastic|1",
        "?style=plastic -> pypi|v1.2.3|blue||plastic|1",
        "scale=2 -> pypi|v1.2.3|blue||flat|2",
        "scale=99 -> pypi|v1.2.3|blue||flat|3",
        "scale=-1 -> pypi|v1.2.3|blue||flat|1",
        "&&=&?&= -> pypi|v1.2.3|blue||flat|1",
      })
  void changes_what_a_url_may_change(String query, String expected) {
    assertEquals(expected, summary(badge(query, FACT)));
  }

  @Test
  void lets_a_failure_keep_its_colours_but_not_its_label() {
    Content failure = Content.error("pypi", "not found", BadgeColor.RED);

    assertEquals(
        "x|not found|red||plastic|1",
        summary(badge("label=x&color=blue&labelColor=green&style=plastic", failure)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "logo=python -> python",
        "logo=Read%20the%20Docs -> Read the Docs",
        "logo=data:image/png;base64,a+b/ -> data:image/png;base64,a+b/",
        "logo=image/svg%2Bxml;base64,aa== -> data:image/svg+xml;base64,aa==",
      })
  void passes_a_logo_on(String query, String source) {
    assertEquals(source, badge(query, FACT).logo().orElseThrow().source());
  }

  @Test
  void reads_what_belongs_to_a_logo_leniently() {
    var logo =
        badge("logo=x&logoColor=white&logoSize=auto&logoWidth=40", FACT).logo().orElseThrow();
    var odd = badge("logo=x&logoColor=?&logoSize=big&logoWidth=-4", FACT).logo().orElseThrow();

    assertEquals(OptionalInt.of(40), logo.width());
    assertEquals(true, logo.autoSize());
    assertEquals(Optional.empty(), odd.color());
    assertEquals(false, odd.autoSize());
    assertEquals(OptionalInt.empty(), odd.width());
  }

  @Test
  void takes_the_looks_of_a_logo_for_none() {
    assertEquals(Optional.empty(), badge("logoColor=white&logoWidth=40", FACT).logo());
  }

  @Test
  void links_only_to_safe_addresses() {
    assertEquals(
        List.of("", "https://b.test/"),
        badge("link=javascript:alert(1)&link=https://b.test/&link=https://c.test/", FACT).links());
    assertEquals(List.of(), badge("link=1", FACT).links());
    assertEquals(List.of("mailto:a@b.test"), badge("link=mailto:a@b.test", FACT).links());
  }

  @ParameterizedTest
  @CsvSource({
    "cacheSeconds=3600, 3600",
    "maxAge=10, 10",
    "cacheSeconds=1&maxAge=2, -1",
    "cacheSeconds=-1, -1",
    "cacheSeconds=, -1",
    "cacheSeconds=1h, -1",
    "cacheSeconds=99999999999999999999, -1",
    "cacheSeconds=999999999999999999, 8640000",
  })
  void reads_the_cache_time(String query, long seconds) {
    OptionalLong expected = seconds < 0 ? OptionalLong.empty() : OptionalLong.of(seconds);

    assertEquals(expected, Reading.read("/v/x/badge.svg?" + query).orElseThrow().cacheSeconds());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "/v/x/badge.svg?text=version -> version|m|blue||flat|1",
        "/v/x/badge.svg?text=Hello -> l|m|blue||flat|1",
        "/egg/x/badge.svg?text=version -> l|m|blue||flat|1",
        "/personalized-badge/x?left_text=PyPI%20downloads&left_color=LIGHTGREY&right_color=%235BAFAF -> PyPI downloads|m|#5bafaf|lightgrey|flat|1",
        "/personalized-badge/x?left_text=all+time -> all time|m|green|green|flat|1",
        "//flat.badgen.net/pypi/v/x -> l|m|blue||flat-square|1",
        "//badgen.net/pypi/v/x?color=orange&labelColor=pink&scale=2 -> l|m|#f73|#e5b|flat|2",
      })
  void applies_the_overrides_of_each_dialect(String url, String expected) {
    Content content = new Content("l", "m", BadgeColor.BLUE);

    assertEquals(expected, summary(Reading.read(url).orElseThrow().overrides().badge(content)));
  }

  @Test
  void takes_the_icon_of_badgen_for_a_logo() {
    assertEquals("pypi", icon("//badgen.net/pypi/v/x?icon"));
    assertEquals("python", icon("//badgen.net/pypi/v/x?icon=python"));
    assertEquals("atom", icon("//badgen.net/badge/atom/y?icon&label"));
  }

  private static String icon(String url) {
    return Reading.read(url).orElseThrow().overrides().logo().orElseThrow().source();
  }

  private static Badge badge(String query, Content content) {
    return Reading.read("/pypi/v/x?" + query).orElseThrow().overrides().badge(content);
  }

  private static String summary(Badge badge) {
    return String.join(
        "|",
        badge.label(),
        badge.message(),
        badge.color().name(),
        badge.labelColor().map(BadgeColor::name).orElse(""),
        badge.style().id(),
        Integer.toString(badge.scale()));
  }

  @Test
  void is_a_flat_badge_by_default() {
    assertEquals(Style.FLAT, Overrides.NONE.badge(FACT).style());
  }
}
