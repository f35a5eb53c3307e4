package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadmeRepairTest {

  private static final String BASE = "https://blazon.test";

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "https://pypip.in/d/thumbor/badge.png -> BASE/d/thumbor/badge.png",
        "http://www.pypip.in/v/modoboa/badge.png -> BASE/v/modoboa/badge.png",
        "HTTPS://PyPIP.in/v/modoboa/badge.png -> BASE/v/modoboa/badge.png",
        "//pypip.in/v/modoboa/badge.png -> BASE/v/modoboa/badge.png",
        "https://pypip.in:443/v/modoboa/badge.png -> BASE/v/modoboa/badge.png",
        "https://pypip.in/download/x/badge.svg?period=week&style=flat"
            + " -> BASE/download/x/badge.svg?period=week&style=flat",
        "https://pypip.in/status/tbk/badge.svg? -> BASE/status/tbk/badge.svg",
        "https://pypip.in/version/tbk/badge.svg?%0A%20:target:%20https://pypi.python.org/pypi/tbk/"
            + " -> BASE/version/tbk/badge.svg",
        "https://pypip.in/wheel/x/badge.jpeg -> BASE/wheel/x/badge.png",
        "https://pypip.in/version/Flask-AppBuilder -> https://pypi.org/project/Flask-AppBuilder/",
        "https://pypip.in/wheel.html -> BASE/docs",
        "https://pypip.in/ -> BASE/",
        "https://pypip.in -> BASE/",
        "https://img.shields.io/pypi/v/dacy.svg -> BASE/pypi/v/dacy.svg",
        "https://img.shields.io/pypi/v/dacy?style=flat&amp;logo=pypi"
            + " -> BASE/pypi/v/dacy?style=flat&amp;logo=pypi",
        "https://img.shields.io/pepy/dt/dacy -> BASE/pepy/dt/dacy",
        "https://badge.fury.io/py/abcpmc.svg -> BASE/py/abcpmc.svg",
        "http://badge.fury.io/py/abcpmc -> https://pypi.org/project/abcpmc/",
        "https://badge.fury.io/for/py/ray-utils -> https://pypi.org/project/ray-utils/",
        "https://pepy.tech/badge/pyfields/week -> BASE/pepy/badge/pyfields/week",
        "https://static.pepy.tech/personalized-badge/x?period=total&units=none"
            + " -> BASE/pepy/personalized-badge/x?period=total&units=none",
        "https://badgen.net/pypi/v/black -> BASE/badgen/pypi/v/black",
      })
  void replaces_an_old_address(String old, String renewed) {
    ReadmeRepair repair = ReadmeRepair.of(old, BASE);
    assertEquals(renewed.replace("BASE", BASE), repair.text());
    assertEquals(1, repair.fixes().size());
  }

  @ParameterizedTest
  @CsvSource({
    "https://img.shields.io/github/stars/a/b",
    "https://img.shields.io/badge/a-b-red",
    "https://pypip.in.example.org/v/x/badge.svg",
    "https://example.org/?url=https:pypip.in/v/x/badge.svg",
    "ftp://pypip.in/v/x/badge.svg",
    "https://badge.fury.io/js/react.svg",
    "https://pepy.tech/project/x",
    "https://badgen.net/npm/v/react",
    "https://pypip.in/v/{{ name }}/badge.svg",
    "pypip.in was a service",
    "''",
  })
  void leaves_everything_else_alone(String text) {
    ReadmeRepair repair = ReadmeRepair.of(text, BASE);
    assertEquals(text, repair.text());
    assertTrue(repair.fixes().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "'[![v](URL)](https://x.org) rest'",
    "'![v](URL \"a title\")'",
    "'[v]: URL'",
    "'<img src=\"URL\" alt=\"x\">'",
    "'<img src=''URL''>'",
    "'.. image:: URL\n   :target: https://x.org'",
    "'.. image:: URL:target:https://x.org'",
    "'.. |v| image:: URL'",
    "'image:URL[Version,link=https://x.org]'",
    "'[[https://x.org][URL]]'",
    "'<URL>'",
    "'see URL, or URL.'",
    "'| URL | URL |'",
  })
  void knows_where_an_address_ends(String markup) {
    String old = markup.replace("URL", "https://pypip.in/v/x/badge.png?style=flat");
    assertEquals(
        markup.replace("URL", BASE + "/v/x/badge.png?style=flat"),
        ReadmeRepair.of(old, BASE).text());
  }

  @Test
  void reports_the_line_of_each_fix() {
    ReadmeRepair repair =
        ReadmeRepair.of("a\nhttps://pypip.in/v/x/badge.png\n\n//pypip.in/d/x/badge.png", BASE);
    assertEquals(2, repair.fixes().get(0).line());
    assertEquals(4, repair.fixes().get(1).line());
  }

  @Test
  void repairing_twice_changes_nothing_more() {
    String once = ReadmeRepair.of("![](https://pypip.in/v/x/badge.png)", BASE).text();
    assertEquals(once, ReadmeRepair.of(once, BASE).text());
  }

  @Property(tries = 500)
  void never_changes_the_surrounding_text(
      @ForAll @StringLength(max = 30) @Chars({'a', ' ', '/', ':', '(', ')', '.', '\n'})
          String around) {
    String space = " ";
    String old = around + space + "https://pypip.in/v/x/badge.png" + space + around;
    String expected = around + space + BASE + "/v/x/badge.png" + space + around;
    assertEquals(expected, ReadmeRepair.of(old, BASE).text());
  }
}
