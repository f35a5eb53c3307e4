package dev.blazon.api.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.corpus.Corpus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Python badge URL of real READMEs gives the kind of badge that its text names. */
class RealUrlsTest {

  /** The kind that a URL's text names, derived from its route in the collection. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("shields:pypi/v", "version"),
          Map.entry("shields:pypi/pyversions", "py_versions"),
          Map.entry("shields:pypi/l", "license"),
          Map.entry("shields:pypi/status", "status"),
          Map.entry("shields:pypi/wheel", "wheel"),
          Map.entry("shields:pypi/format", "format"),
          Map.entry("shields:pypi/implementation", "implementation"),
          Map.entry("shields:pypi/types", "types"),
          Map.entry("shields:pypi/dd", "download-day"),
          Map.entry("shields:pypi/dw", "download-week"),
          Map.entry("shields:pypi/dm", "download"),
          Map.entry("shields:pypi/dt", "download-total"),
          Map.entry("shields:pypi/djversions", "django-versions"),
          Map.entry("shields:pepy/dt", "download-total"),
          Map.entry("badge.fury.io/py", "version"),
          Map.entry("pepy.tech/badge", "download-total"),
          Map.entry("pepy.tech/badge/month", "download"),
          Map.entry("pepy.tech/badge/week", "download-week"),
          Map.entry("static.pepy.tech/badge", "download-total"),
          Map.entry("static.pepy.tech/badge/month", "download"),
          Map.entry("static.pepy.tech/badge/week", "download-week"),
          Map.entry("badgen:pypi/v", "version"),
          Map.entry("badgen:pypi/license", "license"),
          Map.entry("badgen:pypi/python", "py_versions"),
          Map.entry("badgen:pypi/dd", "download-day"),
          Map.entry("badgen:pypi/dw", "download-week"),
          Map.entry("badgen:pypi/dm", "download"),
          Map.entry("pypip.in/v", "version"),
          Map.entry("pypip.in/version", "version"),
          Map.entry("pypip.in/wheel", "wheel"),
          Map.entry("pypip.in/egg", "egg"),
          Map.entry("pypip.in/license", "license"),
          Map.entry("pypip.in/format", "format"),
          Map.entry("pypip.in/py_versions", "py_versions"),
          Map.entry("pypip.in/implementation", "implementation"),
          Map.entry("pypip.in/status", "status"));

  @Test
  void reads_every_badge_url_of_the_five_dialects() {
    Map<String, Integer> counts = new TreeMap<>();
    List<String> wrong =
        Corpus.lines("badge-urls.tsv").stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .filter(row -> isOurs(row[2]))
            .peek(row -> counts.merge(row[2], 1, Integer::sum))
            .filter(row -> !isRight(row[0], expected(row[0], row[2])))
            .map(row -> row[2] + " " + row[0] + " -> " + Reading.summary(row[0]))
            .toList();
    print("badge-urls.tsv", counts);

    assertEquals("", String.join("\n", wrong));
    assertTrue(counts.values().stream().mapToInt(Integer::intValue).sum() > 8000);
  }

  @Test
  void reads_every_url_of_pypip_in() {
    Map<String, Integer> counts = new TreeMap<>();
    List<String> wrong =
        Corpus.lines("pypipin-urls.tsv").stream()
            .map(line -> line.split("\t", -1)[0])
            .filter(url -> url.contains("pypip.in/"))
            .peek(url -> counts.merge(pypipInKind(url), 1, Integer::sum))
            .filter(url -> !isRight(url, expected(url, pypipInKind(url))))
            .map(url -> url + " -> " + Reading.summary(url))
            .toList();
    print("pypipin-urls.tsv", counts);

    assertEquals("", String.join("\n", wrong));
    assertTrue(counts.values().stream().mapToInt(Integer::intValue).sum() > 300);
  }

  @Test
  void accepts_every_real_name() {
    List<String> refused =
        Corpus.lines("names-sample.txt").stream()
            .map(String::strip)
            .filter(
                name -> !Reading.summary("/version/" + name + "/badge.svg").startsWith("version "))
            .toList();

    assertEquals(List.of(), refused);
  }

  private static boolean isOurs(String kind) {
    return KINDS.containsKey(kind)
        || Stream.of(
                "shields:static(badge/)",
                "shields:static/v1",
                "shields:endpoint",
                "shields:pypi/",
                "static.pepy.tech/personalized-badge",
                "pypip.in/d")
            .anyMatch(kind::startsWith);
  }

  /** The shield's id; or {@code static} or {@code endpoint}. */
  private static Optional<String> expected(String url, String kind) {
    if (KINDS.containsKey(kind)) {
      return Optional.of(KINDS.get(kind));
    }
    if (kind.startsWith("shields:static")) {
      return Optional.of("static");
    }
    if (kind.startsWith("shields:endpoint")) {
      return Optional.of("endpoint");
    }
    if (url.contains("period=")) {
      String period = url.replaceAll(".*period=([a-z]+).*", "$1");
      return Optional.of(
          switch (period) {
            case "month", "monthly" -> "download";
            case "total" -> "download-total";
            default -> "download-" + period;
          });
    }
    if (kind.startsWith("pypip.in/d")) {
      return Optional.of("download");
    }
    return kind.contains("personalized") ? Optional.of("download-total") : Optional.empty();
  }

  /** An invalid name gives a badge that says so. */
  private static boolean isRight(String url, Optional<String> expected) {
    String summary = Reading.summary(url);
    if (expected.equals(Optional.of("static"))) {
      return summary.contains("|") || isNoStaticBadge(url);
    }
    if (summary.contains("|project name ") || summary.contains("|invalid ")) {
      return url.matches(".*([/={<$%\\[*}]|NAME)[^/]*$") || url.matches(".*[{<$%].*");
    }
    return expected.isEmpty()
        ? summary.contains(" ") && !summary.contains("|")
        : summary.startsWith(expected.get() + " ");
  }

  /** Cut off, unfilled or dynamic: what shields.io itself answers with "badge not found". */
  private static boolean isNoStaticBadge(String url) {
    String text = url.replaceAll("\\?.*", "").replaceFirst(".*?/badge/?", "");
    return text.isEmpty()
        || text.endsWith("-")
        || text.startsWith("dynamic/")
        || text.matches(".*[{%].*")
        || !text.contains("-")
        || text.matches(".*-[^-]*\\.[^-]*");
  }

  private static String pypipInKind(String url) {
    return url.replaceAll("https?://(?:www\\.)?(pypip\\.in/[a-z_]+).*", "$1");
  }

  private static void print(String file, Map<String, Integer> counts) {
    System.out.println(
        counts.entrySet().stream()
            .map(entry -> String.format("%6d %s", entry.getValue(), entry.getKey()))
            .collect(Collectors.joining("\n", file + ", by route:\n", "\n")));
  }
}
