package dev.blazon.bench;

import java.util.List;
import java.util.Random;

/**
 * Generates badge URLs: the valid forms of all dialects, filled with right, odd and wrong words.
 * Not thread-safe.
 */
final class UrlFuzzer {

  private static final List<String> FORMS =
      List.of(
          "/%s/%s/badge.svg",
          "/%s/%s/badge.png",
          "/%s/%s/badge.json",
          "/%s/%s",
          "/pypi/%s/%s",
          "/pypi/%s/%s.svg",
          "/pypi/%s/%s.png",
          "/pypi/%s/%s/1.0.json",
          "/pypi/frameworkversions/%s/%s",
          "/shields/pypi/%s/%s.svg",
          "/pepy/%s/%s",
          "/pepy/badge/%s/%s",
          "/pepy/personalized-badge/%s?period=%s",
          "/fury/py/%s.svg?%s",
          "/badgen/pypi/%s/%s",
          "/pypipin/%s/%s/badge.svg",
          "/badge/%s-%s-blue",
          "/badge/%s-%s.svg",
          "/badge/%s/%s",
          "/static/v1?label=%s&message=%s",
          "/endpoint?url=https://%s/%s",
          "/api/%s?%s",
          "/%s?%s");

  private static final List<String> WORDS =
      List.of(
          "version",
          "v",
          "d",
          "download",
          "wheel",
          "egg",
          "license",
          "format",
          "py_versions",
          "implementation",
          "status",
          "l",
          "dm",
          "dw",
          "dd",
          "pyversions",
          "types",
          "released",
          "size",
          "platforms",
          "abi",
          "dependencies",
          "maintainers",
          "yanked",
          "vulnerabilities",
          "requests",
          "Django",
          "zope.interface",
          "ruamel.yaml",
          "month",
          "week",
          "django",
          "dt");

  private static final List<String> ODD =
      List.of(
          "",
          "-",
          "--",
          "_",
          "__",
          ".",
          "..",
          "...",
          "%2e%2e",
          "%2F",
          "%00",
          "%0a",
          "%0d%0a",
          "%",
          "%zz",
          "%ff%fe",
          "%ed%a0%80",
          "%F0%9F%90%8D",
          "%E2%80%AE",
          "%3Cscript%3E",
          "%22%27%3E",
          "&amp;",
          "$NAME",
          "%7B%7B%20cookiecutter.name%20%7D%7D",
          "{name}",
          "<name>",
          "a b",
          "+",
          "0",
          "-1",
          "1e309",
          "99999999999999999999",
          "null",
          "true",
          "a".repeat(300),
          "%C3%A9".repeat(90),
          ".svg",
          ".png",
          ".json",
          ".svg.svg",
          "badge.gif",
          ";",
          "@",
          ":",
          "*");

  private static final List<String> PARAMETERS =
      List.of(
          "style",
          "label",
          "labelColor",
          "color",
          "logo",
          "logoColor",
          "logoSize",
          "logoWidth",
          "link",
          "cacheSeconds",
          "maxAge",
          "colorA",
          "colorB",
          "period",
          "text",
          "version",
          "prereleases",
          "index",
          "pypiBaseUrl",
          "url",
          "units",
          "left_color",
          "right_color",
          "left_text",
          "icon",
          "scale",
          "idSuffix",
          "download",
          "message",
          "utm_source");

  private static final List<String> VALUES =
      List.of(
          "flat",
          "flat-square",
          "plastic",
          "for-the-badge",
          "social",
          "red",
          "%23fff",
          "fff",
          "rgb(1,2,3)",
          "hsl(1,2%25,3%25)",
          "python",
          "auto",
          "60",
          "3",
          "month",
          "data:image/png;base64,AAAA",
          "data:image/svg+xml;base64,PHN2Zy8%2B",
          "javascript:alert(1)",
          "http://127.0.0.1/",
          "https://localhost/x.json");

  private final Random random;

  UrlFuzzer(long seed) {
    this.random = new Random(seed);
  }

  /** The next URL: a path and perhaps a query, of characters that are allowed in a request line. */
  String next() {
    StringBuilder url = new StringBuilder(pick(FORMS).formatted(word(), word()));
    int parameters = random.nextInt(4);
    for (int i = 0; i < parameters; i++) {
      url.append(url.indexOf("?") < 0 ? '?' : '&').append(pick(PARAMETERS));
      if (random.nextInt(8) > 0) {
        url.append('=').append(random.nextInt(3) > 0 ? pick(VALUES) : word());
      }
    }
    if (random.nextInt(20) == 0) {
      url.setCharAt(1 + random.nextInt(url.length() - 1), (char) ('!' + random.nextInt(94)));
    }
    return url.toString().replace(' ', '+');
  }

  private String word() {
    return switch (random.nextInt(4)) {
      case 0 -> pick(ODD);
      case 1 -> pick(WORDS) + pick(ODD);
      default -> pick(WORDS);
    };
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
