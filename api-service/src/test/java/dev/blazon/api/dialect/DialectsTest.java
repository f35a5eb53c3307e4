package dev.blazon.api.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "/version/requests/badge.svg -> version requests",
        "/v/Zope.Interface/badge.png -> version zope-interface",
        "/d/requests/badge.png?version=latest -> download requests",
        "/d/requests/badge.png?period=day -> download-day requests",
        "/download/requests/badge.svg?period=WEEK&period=day -> download-week requests",
        "/v/tinydb/badge.png?version=latest -> version tinydb",
        "/v/tinydb/badge.png?version=1.5.0 -> version tinydb 1.5.0",
        "/version/Flask-AppBuilder -> version flask-appbuilder",
        "/py_versions/x/badge.json -> py_versions x",
        "//pypip.in/egg/x/badge.tiff -> egg x",
        "/py_versions/dpkt/badge.png?style=flat:target:https://pypi.python.org/pypi/dpkt -> py_versions dpkt",
        "/version/tbk/badge.svg:target:%20https://pypi.python.org/ -> version tbk",
        "/version/tbk/badge.svg%0A:target: -> version tbk",
        "/version//tbk///badge.svg/ -> version tbk",
        "/v/$REPO/badge.png -> 'pypi|project name not filled in|red'",
        "/v/%3Cname%3E/badge.png -> 'pypi|project name not filled in|red'",
        "/d/PYPI_PKG_NAME/badge.png -> 'downloads|project name not filled in|red'",
        "/version//badge.svg -> 'pypi|project name missing|red'",
        "/version/foo%2Fbar/badge.svg -> 'pypi|invalid project name|red'",
        "/version/foo%20bar/badge.svg -> 'pypi|invalid project name|red'",
        "/version/foo%20/badge.svg -> version foo",
        "/version/-foo/badge.svg -> 'pypi|invalid project name|red'",
        "/version/A__b..c-D/badge.svg -> version a-b-c-d",
        "/version/x/badge.svg?index=testpypi -> version x @testpypi",
        "/version/x/badge.svg?index=evil -> 'pypi|invalid query parameter: index|red'",
        "/version/x/badge.svg?prereleases -> version x pre",
        "/nothing/x/badge.svg -> none",
        "/ -> none",
        "'' -> none",
      })
  void reads_the_urls_of_pypip_in(String url, String expected) {
    assertEquals(expected, Reading.summary(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "/pypi/v/requests -> version requests",
        "/pypi/v/requests.svg -> version requests",
        "/pypi/v/django/1.11.png -> version django 1.11",
        "/pypi/v/django/0.1.2.svg -> version django 0.1.2",
        "/pypi/status/NAME/badge.svg -> status name",
        "/pypi/dm/x -> download x",
        "/pypi/djversions/x.json -> django-versions x",
        "/pypi/frameworkversions/django-cms/x -> django-cms-versions x",
        "/pepy/dt/x -> download-total x",
        "/pypi/v/ -> 'pypi|project name missing|red'",
        "/pypi/dm/{{ -> 'downloads|project name not filled in|red'",
        "/pypi/v/x?pypiBaseUrl=https://test.pypi.org/ -> version x @testpypi",
        "/pypi/v/x?pypiBaseUrl=https://pypi.org -> version x",
        "/pypi/v/x?pypiBaseUrl=http://127.0.0.1:1 -> 'pypi|invalid query parameter: pypiBaseUrl|red'",
        "/PyPI/v/x -> none",
        "/shields/pypi/l/x -> license x",
        "//img.shields.io/version/x/badge.svg -> none",
        "/endpoint?url=https://x.test/y.json -> endpoint https://x.test/y.json",
        "/endpoint.json -> 'custom badge|invalid query parameter: url|red'",
        "/endpoint?url=http://x.test/ -> 'custom badge|please use https|red'",
        "/static/v1?label=a&message=b&color=blue -> 'a|b|lightgrey'",
        "/static/v1?label=l -> 'l|invalid query parameter: message|red'",
      })
  void reads_the_urls_of_shields_io(String url, String expected) {
    assertEquals(expected, Reading.summary(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "/badge/label-message-blue -> 'label|message|blue'",
        "/badge/all%20one%20color-red -> '|all one color|red'",
        "/badge/label--blue -> 'label||blue'",
        "/badge/-message-blue -> '|message|blue'",
        "/badge/-7F5AB6?style=flat -> '||#7f5ab6'",
        "/badge/--512BD4 -> '||#512bd4'",
        "/badge/treble---dashes-blue -> 'treble|-dashes|blue'",
        "/badge/fourfold____underscores-x-blue -> 'fourfold__underscores|x|blue'",
        "/badge/a___b-x-blue -> 'a_ b|x|blue'",
        "/badge/e--mail-some--where-blue -> 'e-mail|some-where|blue'",
        "/badge/a/b-c-green.svg -> 'a/b|c|green'",
        "/badge/x-y-green.webp -> none",
        "//img.shields.io/badge/a-b-c-red -> none",
        "//img.shields.io/badge/a -> none",
        "//img.shields.io/badge -> none",
        "/badge/x-y-nonsense -> 'x|y|brightgreen'",
        "/:a-b-red.svg -> 'a|b|red'",
      })
  void reads_static_badges(String url, String expected) {
    assertEquals(expected, Reading.summary(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "//badge.fury.io/py/Flask-Cors.svg -> version flask-cors",
        "/py/requests.png?maxAge=2592000 -> version requests",
        "/fury/py/x -> version x",
        "//badge.fury.io/py/ -> 'pypi package|project name missing|red'",
        "//badge.fury.io/js/x.svg -> none",
        "//badge.fury.io/gh/a%2Fb.svg -> none",
      })
  void reads_the_urls_of_badge_fury(String url, String expected) {
    assertEquals(expected, Reading.summary(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "//pepy.tech/badge/prism-ds/ -> download-total prism-ds",
        "//static.pepy.tech/badge/x/month -> download x",
        "//www.pepy.tech/badge/x/week.png -> download-week x",
        "/pepy/badge/a-b-red -> download-total a-b-red",
        "/badge/stumpy/month -> download stumpy",
        "/badge/rich -> download-total rich",
        "/badge/scikit-learn -> download-total scikit-learn",
        "/badge/scikit-blue -> '|scikit|blue'",
        "/badge/a-b-c-red -> none",
        "/personalized-badge/x?period=month -> download x",
        "/personalized-badge/x?period=MONTHLY&units=NONE -> download x",
        "/personalized-badge/x?color=%235BAFAFperiod=total&period=week -> download-week x",
        "//static.pepy.tech/personalized-badge/ -> 'downloads|project name missing|red'",
        "//static.pepy.tech/badge/x/year -> none",
        "//pepy.tech/project/x -> none",
      })
  void reads_the_urls_of_pepy(String url, String expected) {
    assertEquals(expected, Reading.summary(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "//badgen.net/pypi/v/pip/ -> version pip",
        "//flat.badgen.net/pypi/license/pip -> license pip",
        "/badgen/pypi/python/black -> py_versions black",
        "/badgen/pypi/dd/x -> download-day x",
        "//badgen.net/badge/license/MIT/blue/ -> 'license|MIT|#08c'",
        "//badgen.net/badge/a/1,2,3/cyan?list=1 -> 'a|1 | 2 | 3|#1bc'",
        "//badgen.net/badge/icon/Join%20workspace/b31b1b?icon=slack&label=Slack -> 'icon|Join workspace|#b31b1b'",
        "//badgen.net/npm/v/x -> none",
        "//badgen.net/pypi -> none",
      })
  void reads_the_urls_of_badgen(String url, String expected) {
    assertEquals(expected, Reading.summary(url));
  }

  @ParameterizedTest
  @CsvSource({
    "/v/x/badge.svg,              pypipin",
    "/pypi/v/x,                   shields",
    "//img.shields.io/badge/a-b,  shields",
    "/py/x,                       fury",
    "/badge/x,                    pepy",
    "/badgen/pypi/v/x,            badgen",
    "//IMG.shields.io:443/pypi/v/x, shields",
  })
  void names_the_dialect(String url, String dialect) {
    assertEquals(dialect, Reading.read(url).orElseThrow().dialect());
  }

  @ParameterizedTest
  @CsvSource({
    "/v/x/badge.svg, SVG",
    "/v/x/badge, SVG",
    "/v/x/badge.PNG, PNG",
    "/v/x/badge.jpg, PNG",
    "/v/x/badge.jpeg, PNG",
    "/v/x/badge.gif, PNG",
    "/v/x/badge.tiff, PNG",
    "/pypi/v/x.json, JSON",
    "/static/v1.png?message=m, PNG",
  })
  void answers_in_the_format_of_the_extension(String url, AnswerFormat format) {
    assertEquals(format, Reading.read(url).orElseThrow().format());
  }
}
