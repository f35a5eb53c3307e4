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

/** What the parts of a stack have counted, added up over nodes of one kind. Immutable. */
final class Counters {

  private static final Pattern METRIC = Pattern.compile("([a-zA-Z_:]+(?:\\{[^}]*\\})?) (\\S+)");
  private static final Pattern VARNISH = Pattern.compile("(MAIN\\.\\w+)\\s+(\\d+) .*");
  private static final Duration VARNISHSTAT_WITHIN = Duration.ofSeconds(10);

  private final Map<String, Double> values;

  private Counters(Map<String, Double> values) {
    this.values = Map.copyOf(values);
  }

  /** Asks Varnish and all nodes, now. */
  static Counters of(Place place, Stack stack) throws IOException, InterruptedException {
    StackLines lines = stack.lines();
    Counters all =
        ofVarnish(
            Child.output(
                place,
                List.of("varnishstat", "-1", "-n", lines.varnishFolder().toString()),
                VARNISHSTAT_WITHIN));
    for (Part part : lines.parts()) {
      if (part.admin().isPresent()) {
        all = all.plus(ofMetrics(Stack.get(part.admin().get().resolve("/metrics"))));
      }
    }
    Map<String, Double> upstream = Map.of("upstream", (double) stack.upstream().requests());
    return all.plus(new Counters(upstream));
  }

  /** Reads Prometheus' text form. */
  static Counters ofMetrics(String text) {
    return parse(METRIC, text);
  }

  /** Reads what {@code varnishstat -1} prints. */
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
   * @param tags as they stand in the text, {@code result="hit"}
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

  /** What was counted between then and now. */
  Counters since(Counters then) {
    Map<String, Double> differences = new HashMap<>(values);
    then.values.forEach((name, value) -> differences.merge(name, -value, Double::sum));
    return new Counters(differences);
  }
}
