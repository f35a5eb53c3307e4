package dev.blazon.bench.stack;

import dev.blazon.bench.Child;
import dev.blazon.bench.Place;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The counters of all processes of a stack, summed over nodes of the same kind. Immutable. */
final class Counters {

  private static final Pattern METRIC = Pattern.compile("([a-zA-Z_:]+(?:\\{[^}]*\\})?) (\\S+)");
  private static final Pattern VARNISH = Pattern.compile("(MAIN\\.\\w+)\\s+(\\d+) .*");
  private static final Duration VARNISHSTAT_TIMEOUT = Duration.ofSeconds(10);

  private final Map<String, Double> values;

  private Counters(Map<String, Double> values) {
    this.values = Map.copyOf(values);
  }

  /** Reads the current counters of Varnish and all nodes. */
  static Counters of(Place place, Stack stack) throws IOException, InterruptedException {
    StackLines lines = stack.lines();
    Counters all =
        ofVarnish(
            Child.output(
                place,
                List.of("varnishstat", "-1", "-n", lines.varnishFolder().toString()),
                VARNISHSTAT_TIMEOUT));
    for (Part part : lines.parts()) {
      if (part.admin().isPresent()) {
        all = all.plus(ofMetrics(Stack.get(part.admin().get().resolve("/metrics"))));
      }
    }
    Map<String, Double> upstream = Map.of("upstream", (double) stack.upstream().requests());
    return all.plus(new Counters(upstream));
  }

  /** Parses Prometheus' text format. */
  static Counters ofMetrics(String text) {
    return parse(METRIC, text);
  }

  /** Parses the output of {@code varnishstat -1}. */
  static Counters ofVarnish(String text) {
    return parse(VARNISH, text);
  }

  private static Counters parse(Pattern pattern, String text) {
    Map<String, Double> values = new HashMap<>();
    for (String line : text.lines().toList()) {
      Matcher value = pattern.matcher(line);
      if (value.matches()) {
        values.put(value.group(1), Double.valueOf(value.group(2)));
      }
    }
    return new Counters(values);
  }

  /**
   * The sum of a metric over all its series that have these tags.
   *
   * @param tags as written in the text: {@code result="hit"}
   */
  double sum(String metric, String... tags) {
    return values.entrySet().stream()
        .filter(value -> isSeriesOf(metric, value.getKey()))
        .filter(value -> List.of(tags).stream().allMatch(value.getKey()::contains))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static boolean isSeriesOf(String metric, String series) {
    return series.equals(metric) || series.startsWith(metric + "{");
  }

  Counters plus(Counters other) {
    Map<String, Double> sums = new HashMap<>(values);
    other.values.forEach((name, value) -> sums.merge(name, value, Double::sum));
    return new Counters(sums);
  }

  /** The differences to earlier counters. */
  Counters since(Counters earlier) {
    Map<String, Double> differences = new HashMap<>(values);
    earlier.values.forEach((name, value) -> differences.merge(name, -value, Double::sum));
    return new Counters(differences);
  }
}
