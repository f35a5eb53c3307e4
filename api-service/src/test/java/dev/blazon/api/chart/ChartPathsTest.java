package dev.blazon.api.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.dialect.Indexes;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.corpus.Corpus;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts and badges share one space of URLs, and neither takes any of the other's. */
final class ChartPathsTest {

  private final Dialects dialects =
      new Dialects(new ShieldCatalog(), new Indexes(URI.create("https://x"), Map.of()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "pypip.in",
        "img.shields.io",
        "pepy.tech",
        "badge.fury.io",
        "badgen.net"
      })
  void no_dialect_reads_the_path_of_a_chart(String host) {
    for (String path : List.of("/chart/requests.svg", "/chart/requests.png")) {
      assertTrue(ChartAnswers.claims(new RequestTarget(host, path)));
      assertEquals(Optional.empty(), dialects.read(host, path, ""), path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"badge-urls.tsv", "pypipin-urls.tsv"})
  void charts_claim_no_url_of_a_real_badge(String file) {
    List<String> badges = Corpus.firstColumn(file);
    List<String> claimed =
        badges.stream()
            .filter(
                url ->
                    ChartAnswers.claims(
                        new RequestTarget("", url.replaceFirst("^[a-z]+://[^/]*", ""))))
            .toList();

    assertTrue(badges.size() > 300, "only " + badges.size() + " badges");
    assertEquals(List.of(), claimed);
  }
}
