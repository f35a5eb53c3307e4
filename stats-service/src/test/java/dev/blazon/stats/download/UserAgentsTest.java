package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.corpus.Corpus;
import dev.blazon.count.Dimension;
import dev.blazon.stats.source.Details;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real user agents, and what PyPI's own pipeline reads in them. */
final class UserAgentsTest {

  static Stream<Arguments> real() {
    List<Arguments> cases = new ArrayList<>();
    for (Path file : Corpus.documents("statistics/linehaul-ua", ".yml")) {
      for (Map<String, Object> agent : LinehaulYaml.list(file)) {
        cases.add(Arguments.of(agent.get("ua"), agent.get("result")));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("real")
  void read_as_in_the_real_pipeline(String agent, Object expected) {
    Optional<Details> read = UserAgents.read(agent);
    assertEquals(expected == null, read.isEmpty());
    if (expected != null) {
      Details details = read.orElseThrow();
      assertEquals(text(expected, "python"), details.get(Dimension.PYTHON).orElseThrow());
      assertEquals(text(expected, "system", "name"), details.get(Dimension.SYSTEM).orElseThrow());
      assertEquals(
          text(expected, "installer", "name"), details.get(Dimension.INSTALLER).orElseThrow());
      assertEquals(text(expected, "ci"), details.get(Dimension.CI).orElseThrow());
    }
  }

  private static String text(Object value, String... path) {
    Object found = value;
    for (String key : path) {
      found = found instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return found == null ? "" : found.toString();
  }
}
