package dev.blazon.api.page;

import java.util.List;
import java.util.Optional;

/**
 * The guide for moving badges from another service to this one.
 *
 * @param id its name in the paths of this documentation
 * @param host the host name of the other service
 * @param story a few sentences about it and about what works here
 * @param routes its URLs and ours
 */
record DialectGuide(String id, String host, String story, List<Route> routes) {

  /**
   * @param old the path there
   * @param now an example of the path here
   * @param shows what the badge shows, in a few words
   */
  record Route(String old, String now, String shows) {}

  static final List<DialectGuide> ALL =
      List.of(
          new DialectGuide(
              "pypip.in",
              "pypip.in",
              "pypip.in served badges from 2013 until it went away, and its addresses are still in"
                  + " thousands of READMEs. All of them work here, word for word as they were,"
                  + " except where the words were wrong: versions are sorted as versions, licences"
                  + " follow PEP 639, and a release without files no longer fails.",
              List.of(
                  new Route(
                      "/version/{project}/badge.svg",
                      "/version/requests/badge.svg",
                      "version; ?text=version changes the label"),
                  new Route("/v/{project}/badge.png", "/v/requests/badge.png", "the same, short"),
                  new Route(
                      "/download/{project}/badge.svg?period=week",
                      "/download/requests/badge.svg?period=week",
                      "downloads in a day, week or month"),
                  new Route("/d/{project}/badge.png", "/d/requests/badge.png", "the same, short"),
                  new Route(
                      "/py_versions/{project}/badge.svg",
                      "/py_versions/requests/badge.svg",
                      "Python versions"),
                  new Route(
                      "/implementation/{project}/badge.svg",
                      "/implementation/requests/badge.svg",
                      "Python implementations"),
                  new Route(
                      "/license/{project}/badge.svg", "/license/requests/badge.svg", "licence"),
                  new Route(
                      "/status/{project}/badge.svg",
                      "/status/requests/badge.svg",
                      "development status"),
                  new Route(
                      "/wheel/{project}/badge.svg",
                      "/wheel/requests/badge.svg",
                      "whether there is a wheel"),
                  new Route(
                      "/egg/{project}/badge.svg",
                      "/egg/requests/badge.svg",
                      "whether there is an egg"),
                  new Route(
                      "/format/{project}/badge.svg",
                      "/format/requests/badge.svg",
                      "the best format"))),
          new DialectGuide(
              "shields.io",
              "img.shields.io",
              "shields.io is alive and well. Its badges about PyPI, its static badges and its"
                  + " endpoint badges work here under the same paths and with the same parameters;"
                  + " change the host name, and nothing else.",
              List.of(
                  new Route("/pypi/v/{project}", "/pypi/v/requests", "version"),
                  new Route(
                      "/pypi/pyversions/{project}", "/pypi/pyversions/requests", "Python versions"),
                  new Route("/pypi/l/{project}", "/pypi/l/requests", "licence"),
                  new Route(
                      "/pypi/dm/{project}", "/pypi/dm/requests", "downloads in a month; dw, dd"),
                  new Route(
                      "/pypi/status/{project}", "/pypi/status/requests", "development status"),
                  new Route(
                      "/pypi/wheel/{project}", "/pypi/wheel/requests", "whether there is a wheel"),
                  new Route("/pypi/types/{project}", "/pypi/types/requests", "type hints"),
                  new Route(
                      "/pypi/frameworkversions/django/{project}",
                      "/pypi/frameworkversions/django/wagtail",
                      "versions of a framework"),
                  new Route(
                      "/badge/{label}-{message}-{color}",
                      "/badge/any_text-you_like-blue",
                      "a static badge"),
                  new Route(
                      "/static/v1?label=…&message=…",
                      "/static/v1?label=any%20text&message=you%20like&color=blue",
                      "the same, in a query"))),
          new DialectGuide(
              "badge.fury.io",
              "badge.fury.io",
              "Gemfury's version badge, recognised by its quotation of a number. Keep the path,"
                  + " change the host.",
              List.of(
                  new Route("/py/{project}.svg", "/fury/py/requests.svg", "version"),
                  new Route("/py/{project}.png", "/fury/py/requests.png", "the same as PNG"))),
          new DialectGuide(
              "pepy.tech",
              "pepy.tech",
              "pepy.tech counts downloads, mirrors included. So do its badges here, with its words"
                  + " and numbers. They can count a part, too: ?version=2.*, ?python=3.12,"
                  + " ?installer=uv or ?system=Linux.",
              List.of(
                  new Route(
                      "/badge/{project}/month",
                      "/pepy/badge/requests/month",
                      "downloads in a month"),
                  new Route(
                      "/badge/{project}/week", "/pepy/badge/requests/week", "downloads in a week"),
                  new Route("/badge/{project}", "/pepy/badge/requests", "all downloads"),
                  new Route(
                      "/personalized-badge/{project}?period=month&left_text=…",
                      "/pepy/personalized-badge/requests?period=month&left_text=last%20month&left_color=grey&right_color=blue",
                      "in your own words and colours"))),
          new DialectGuide(
              "badgen.net",
              "badgen.net",
              "badgen.net's PyPI badges, with its words, colours and parameters.",
              List.of(
                  new Route("/pypi/v/{project}", "/badgen/pypi/v/requests", "version"),
                  new Route("/pypi/license/{project}", "/badgen/pypi/license/requests", "licence"),
                  new Route(
                      "/pypi/python/{project}", "/badgen/pypi/python/requests", "Python versions"),
                  new Route(
                      "/pypi/dm/{project}", "/badgen/pypi/dm/requests", "downloads in a month"))));

  static Optional<DialectGuide> find(String id) {
    return ALL.stream().filter(guide -> guide.id().equals(id)).findFirst();
  }
}
