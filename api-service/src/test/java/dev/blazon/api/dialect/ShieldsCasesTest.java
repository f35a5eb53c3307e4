package dev.blazon.api.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.endpoint.EndpointReader;
import dev.blazon.api.lookup.Answer.Reason;
import dev.blazon.api.lookup.DownloadsKey;
import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ProjectReader;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.DownloadShield;
import dev.blazon.api.shield.ProjectShield;
import dev.blazon.api.testing.StubStats;
import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.corpus.Corpus;
import dev.blazon.count.Window;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares our badges with black-box cases recorded from shields.io, except where it is wrong. */
class ShieldsCasesTest {

  /** Cases with a different answer here, each with its reason. */
  private static final Map<String, String> THEIR_DEFECTS =
      Map.ofEntries(
          Map.entry("version-13", "without a version the other shields still have facts"),
          Map.entry("version-20", "without a version the other shields still have facts"),
          Map.entry("version-19", "a version needs no files"),
          Map.entry("version-21", "a version needs no classifiers"),
          Map.entry("license-26", "PEP 639, which they read since 2025"),
          Map.entry("license-27", "PEP 639, which they read since 2025"),
          Map.entry("license-28", "a colour knows no case"),
          Map.entry("license-34", "GPLv3+ is not GPLV3+"),
          Map.entry("license-35", "LGPLv3 is not LGPLV3"),
          Map.entry("license-39", "Unlicense is not UNLICENSE"),
          Map.entry("license-42", "a known licence by its long name"),
          Map.entry("license-46", "a known licence by its long name"),
          Map.entry("license-30", "a line break is a space in a badge"),
          Map.entry("errors-89", "one word for every answer that is no document"),
          Map.entry("errors-90", "one word for every answer that is no document"),
          Map.entry("errors-93", "one word for every answer that is no document"),
          Map.entry("errors-98", "one word for every answer that is no document"),
          Map.entry("errors-101", "14 MiB are no fault"),
          Map.entry("errors-100", "a redirect is followed by the client, which has its own tests"),
          Map.entry("endpoint-x267", "a schemaVersion is not needed, and the words are others"),
          Map.entry("endpoint-x268", "unknown keys are skipped"),
          Map.entry("params-116", "the JSON names the colour that is painted"),
          Map.entry("params-131", "no URL decides which host is used"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void says_what_shields_io_says(String id, JsonObject given) {
    JsonObject expected = given.getJsonObject("expected");

    Badge badge = badge(given);

    assertEquals(expected.getString("label"), badge.label());
    assertEquals(expected.getString("message"), badge.message());
    assertEquals(expected.getString("color", badge.color().name()), badge.color().name());
    if (expected.containsKey("labelColor")) {
      assertEquals(
          Optional.of(expected.getString("labelColor")), badge.labelColor().map(BadgeColor::name));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keptFor")
  void caches_an_endpoint_as_long_as_shields_io(String id, JsonObject given) {
    long seconds = worded(read(given), given).cacheSeconds().orElseThrow();

    assertEquals(
        given.getJsonObject("expected").getString("cacheControl"),
        "max-age=" + seconds + ", s-maxage=" + seconds);
  }

  @Test
  void rejects_a_static_badge_with_four_parts() {
    assertEquals(Optional.empty(), Reading.read("//img.shields.io/badge/a-b-c-red.json"));
  }

  @Test
  void has_cases() {
    assertTrue(cases().count() > 100, "too few cases");
  }

  static Stream<Arguments> cases() {
    return recorded().filter(ShieldsCasesTest::isOurs).map(ShieldsCasesTest::named);
  }

  static Stream<Arguments> keptFor() {
    return recorded()
        .filter(found -> found.getString("group").equals("endpoint"))
        .filter(found -> found.getJsonObject("expected").containsKey("cacheControl"))
        .map(ShieldsCasesTest::named);
  }

  private static Stream<JsonObject> recorded() {
    return new JsonObject(Corpus.text("shields-cases.json"))
        .getJsonArray("cases").stream().map(JsonObject.class::cast);
  }

  private static Arguments named(JsonObject found) {
    return Arguments.of(found.getString("id"), found);
  }

  /**
   * Excludes, besides their defects, cases about their server (redirects, other upstreams), cases
   * that need the live index, and dynamic badges.
   */
  private static boolean isOurs(JsonObject found) {
    JsonObject expected = found.getJsonObject("expected");
    JsonObject upstream = found.getJsonObject("upstream", new JsonObject());
    return expected.containsKey("label")
        && expected.containsKey("message")
        && (upstream == null || !upstream.containsKey("live"))
        && !"404".equals(expected.getString("label"))
        && !found.getString("group").equals("dynamic")
        && !found.getString("route").startsWith("/python/")
        && !"domain is blocked".equals(expected.getString("message"))
        && !THEIR_DEFECTS.containsKey(found.getString("id"));
  }

  private static Badge badge(JsonObject given) {
    JsonObject upstream = given.getJsonObject("upstream", new JsonObject());
    BadgeRequest request = read(given);
    BadgeRequest worded =
        request.subject() instanceof Subject.Document ? worded(request, given) : request;
    return worded.overrides().badge(content(worded, upstream));
  }

  private static BadgeRequest read(JsonObject given) {
    return Reading.read("//img.shields.io" + given.getString("route")).orElseThrow();
  }

  private static BadgeRequest worded(BadgeRequest request, JsonObject given) {
    String document = given.getJsonObject("upstream").getJsonObject("endpoint_json").encode();
    return EndpointWording.inWordsOf(parsed(new EndpointReader(), document), request);
  }

  private static Content content(BadgeRequest request, JsonObject upstream) {
    if (request.subject() instanceof Subject.Words words) {
      return words.content();
    }
    Optional<String> fault = Optional.ofNullable(upstream.getString("fault"));
    if (fault.isPresent()) {
      return failure(request, fault.get());
    }
    Subject.Facts<?> facts = (Subject.Facts<?>) request.subject();
    if (facts.shield() instanceof DownloadShield shield) {
      Window window = ((DownloadsKey) facts.key()).query().window();
      return shield.content(StubStats.total(downloads(window, upstream), 30), request.wording());
    }
    ProjectKey key = (ProjectKey) facts.key();
    Project project = project(key.name().written(), upstream.getJsonObject("pypi_json").encode());
    return ((ProjectShield) facts.shield()).content(project, request.wording());
  }

  private static long downloads(Window window, JsonObject upstream) {
    return window == Window.ALL
        ? upstream.getJsonObject("pepy_v2_project").getLong("total_downloads")
        : upstream
            .getJsonObject("pypistats_recent")
            .getJsonObject("data")
            .getLong("last_" + window.name().toLowerCase(Locale.ROOT));
  }

  private static Content failure(BadgeRequest request, String fault) {
    return switch (fault) {
      case "HTTP 404" -> FailureWording.missing(request);
      case "HTTP 429" -> FailureWording.failed(request, Reason.RATE_LIMITED);
      case "HTTP 500", "HTTP 502", "HTTP 503" -> FailureWording.failed(request, Reason.UNREACHABLE);
      default -> FailureWording.failed(request, Reason.INVALID);
    };
  }

  private static Project project(String name, String document) {
    return parsed(new ProjectReader(name, false), document);
  }

  private static <T> T parsed(DocumentReader<T> reader, String document) {
    try {
      byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
      reader.feed(bytes, 0, bytes.length);
      return reader.finish();
    } catch (InvalidDocumentException e) {
      throw new AssertionError(e);
    }
  }
}
