package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.resolve.Outcome;
import dev.blazon.stats.schedule.ImportOutcome;
import dev.blazon.upstream.FetchOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Alerts and dashboards select by the words of our enums. A word that is renamed there would make
 * an alert silent without any other sign.
 */
class OutcomeLabelsTest {

  private static final Path DEPLOY = Path.of("../deploy");

  private static final Pattern SELECTED =
      Pattern.compile("\\b(blazon_[a-z_]+)\\{[^}]*?outcome=~?\\\\?\"([a-z_|]+)\\\\?\"");

  private static final Set<String> OF_FETCHES =
      Stream.of(FetchOutcome.values()).map(FetchOutcome::word).collect(Collectors.toSet());

  private static final Set<String> OF_IMPORTS =
      Stream.of(ImportOutcome.values()).map(ImportOutcome::word).collect(Collectors.toSet());

  private static final Set<String> OF_ANSWERS =
      Stream.of(Outcome.values()).map(Outcome::word).collect(Collectors.toSet());

  @ParameterizedTest
  @ValueSource(
      strings = {"prometheus/alerts.yml", "prometheus/alerts.test.yml", "grafana/blazon.json"})
  void every_outcome_that_is_selected_exists(String file) throws IOException {
    List<String> unknown = new ArrayList<>();
    Matcher selected = SELECTED.matcher(Files.readString(DEPLOY.resolve(file)));
    while (selected.find()) {
      Set<String> known = outcomes(selected.group(1));
      Stream.of(selected.group(2).split("\\|"))
          .filter(word -> !known.contains(word))
          .forEach(word -> unknown.add(selected.group(1) + " " + word));
    }
    assertEquals(List.of(), unknown);
  }

  private static Set<String> outcomes(String metric) {
    if (metric.contains("_upstream_")) {
      return OF_FETCHES;
    }
    return metric.contains("_stats_imports_") ? OF_IMPORTS : OF_ANSWERS;
  }

  @Test
  void the_alerts_select_outcomes_at_all() throws IOException {
    String alerts = Files.readString(DEPLOY.resolve("prometheus/alerts.yml"));
    assertTrue(SELECTED.matcher(alerts).results().count() >= 3);
  }
}
