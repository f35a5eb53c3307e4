package dev.blazon.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.dialect.Indexes;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.stats.NoStats;
import dev.blazon.corpus.Corpus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API and the badges share one space of URLs, and neither takes any of the other's. */
final class ReportPathsTest {

  private static final List<String> HOSTS =
      List.of(
          "localhost", "pypip.in", "img.shields.io", "pepy.tech", "badge.fury.io", "badgen.net");

  private final Vertx vertx = Vertx.vertx();
  private final Dialects dialects =
      new Dialects(new ShieldCatalog(), new Indexes(URI.create("https://x"), Map.of()));
  private final Reports reports =
      new Reports(
          vertx,
          new Reports.Sources(
              new NoStats(), nobody(), new ShieldCatalog(), Duration.ofSeconds(1), 1 << 20),
          new SimpleMeterRegistry());

  private static Lookups nobody() {
    return (Lookups)
        Proxy.newProxyInstance(
            Lookups.class.getClassLoader(),
            new Class<?>[] {Lookups.class},
            (self, method, arguments) -> {
              throw new IllegalStateException("not asked here");
            });
  }

  @AfterEach
  void stop() throws TimeoutException {
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v3/projects/requests",
        "/api/v3/projects/requests/downloads",
        "/api/v3/top",
        "/api/v3/days",
        "/api/projects/requests",
        "/api/v1/projects/requests",
        "/api/v2/projects/requests",
        "/pepy/api/v2/projects/requests",
        "/api/packages/requests/recent",
        "/pypistats/api/packages/requests/overall",
        "/downloads/point/last-day/requests",
        "/downloads/range/2026-08-01:2026-08-24/requests,flask",
        "/npm/downloads/point/last-day",
      })
  void no_dialect_reads_a_path_of_the_api(String path) {
    assertTrue(reports.claims(path));
    for (String host : HOSTS) {
      assertEquals(Optional.empty(), dialects.read(host, path, ""), host);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/download/point/badge.svg",
        "/downloads/point",
        "/pepy/badge/api",
        "/pepy/dt/api",
        "/pypi/dm/api",
        "/api/shields",
        "/api/openapi.json",
        "/badge/api-v3-green.svg",
        "/npm/v/express",
      })
  void the_api_claims_no_other_path(String path) {
    assertFalse(reports.claims(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"badge-urls.tsv", "pypipin-urls.tsv"})
  void the_api_claims_no_url_of_a_real_badge(String file) {
    List<String> badges = Corpus.firstColumn(file).stream().filter(this::isBadge).toList();
    List<String> claimed = badges.stream().filter(url -> reports.claims(path(url))).toList();

    assertTrue(badges.size() > 300, "only " + badges.size() + " badges");
    assertEquals(List.of(), claimed);
  }

  private boolean isBadge(String url) {
    String host = url.replaceFirst("^[a-z]+://", "").replaceFirst("/.*$", "");
    return HOSTS.contains(host) && dialects.read(host, path(url), "").isPresent();
  }

  private static String path(String url) {
    return url.replaceFirst("^[a-z]+://[^/]*", "").replaceFirst("[?#].*$", "");
  }
}
