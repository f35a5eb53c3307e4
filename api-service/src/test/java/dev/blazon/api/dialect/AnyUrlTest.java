package dev.blazon.api.dialect;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.shield.Content;
import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any URL gets a sensible answer. */
class AnyUrlTest {

  private static final Content FACT = new Content("l", "m", BadgeColor.BLUE);

  @Property(tries = 3000)
  void any_text_is_read_without_an_error(
      @ForAll String host, @ForAll String path, @ForAll String query) {
    assertNotNull(Reading.DIALECTS.read(host, path, query));
  }

  @Property(tries = 5000)
  void any_url_near_a_real_one_gives_a_badge_that_can_be_painted(
      @ForAll("hosts") String host, @ForAll("paths") String path, @ForAll("queries") String query) {
    Optional<BadgeRequest> read = Reading.DIALECTS.read(host, path, query);

    read.ifPresent(
        request -> {
          Badge badge = request.overrides().badge(FACT);
          assertTrue(badge.links().size() <= 2);
          assertFalse(FailureWording.missing(request).message().isEmpty());
        });
  }

  @Property(tries = 2000)
  void no_name_can_change_the_rest_of_the_upstreams_path(@ForAll("paths") String path) {
    Optional<BadgeRequest> read = Reading.DIALECTS.read("localhost", path, "");

    read.map(BadgeRequest::subject)
        .filter(Subject.Facts.class::isInstance)
        .map(subject -> ((Subject.Facts<?>) subject).key())
        .filter(ProjectKey.class::isInstance)
        .map(ProjectKey.class::cast)
        .ifPresent(
            key -> {
              assertTrue(key.name().normalized().matches("[a-z0-9]+(-[a-z0-9]+)*"));
              key.version()
                  .ifPresent(version -> assertTrue(version.matches("[A-Za-z0-9_+!-][\\w.+!-]*")));
            });
  }

  @Provide
  Arbitrary<String> hosts() {
    return Arbitraries.of(
        "pypip.in",
        "img.shields.io",
        "badge.fury.io",
        "static.pepy.tech",
        "flat.badgen.net",
        "localhost:1",
        "[::1]:8080",
        "");
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> segment =
        Arbitraries.of(
            "pypi",
            "v",
            "d",
            "badge",
            "badge.svg",
            "version",
            "license",
            "dm",
            "py",
            "pepy",
            "dt",
            "badgen",
            "shields",
            "fury",
            "pypipin",
            "static",
            "v1",
            "endpoint",
            "month",
            "frameworkversions",
            "django",
            "personalized-badge",
            "requests",
            "requests.png",
            "..",
            ".",
            "",
            "%2e%2e",
            "%2F",
            "%",
            "%zz",
            "a-b-c",
            "1.0",
            ":a-b",
            "{{ x }}",
            "$REPO",
            "x.svg:target:",
            "é",
            "\ud800",
            "a%00b",
            "x)",
            ".svg",
            "--",
            "_");
    Arbitrary<String> any = Arbitraries.strings().withChars("ab-_.%/:{$ é").ofMaxLength(6);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, segment), net.jqwik.api.Tuple.of(1, any))
        .list()
        .ofMaxSize(6)
        .map(segments -> "/" + String.join("/", segments));
  }

  @Provide
  Arbitrary<String> queries() {
    Arbitrary<String> names =
        Arbitraries.of(
            "label",
            "color",
            "colorA",
            "colorB",
            "labelColor",
            "style",
            "logo",
            "logoColor",
            "logoSize",
            "logoWidth",
            "link",
            "scale",
            "cacheSeconds",
            "maxAge",
            "period",
            "units",
            "left_color",
            "right_color",
            "left_text",
            "text",
            "version",
            "index",
            "pypiBaseUrl",
            "prereleases",
            "message",
            "url",
            "icon",
            "iconWidth",
            "list",
            "cache",
            "amp;style",
            "");
    Arbitrary<String> values =
        Arbitraries.of(
            "",
            "1",
            "2",
            "-1",
            "99999999999999999999",
            "red",
            "%23f00",
            "rgb(1,2,3)",
            "auto",
            "flat:target:x",
            "latest",
            "1.0",
            "data:image/png;base64,AA+A",
            "https://x.test/",
            "javascript:alert(1)",
            "%",
            "%ff",
            "%zz",
            "\ud800",
            "MONTH",
            "|",
            "é");
    Arbitrary<String> pairs =
        Combinators.combine(names, values).as((name, value) -> name + "=" + value);
    return pairs.list().ofMaxSize(5).map(all -> String.join("&", List.copyOf(all)));
  }
}
