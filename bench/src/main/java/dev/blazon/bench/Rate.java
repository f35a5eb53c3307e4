package dev.blazon.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The speed of one painter.
 *
 * @param painter the name of the painter
 * @param what the style, or the format and scale
 * @param perSecond pictures per second
 * @param bytes the mean size of a picture in bytes; empty: not measured
 * @param garbage bytes allocated for one picture; empty: unknown
 */
record Rate(
    String painter,
    String what,
    Statistics perSecond,
    OptionalDouble bytes,
    OptionalDouble garbage) {

  /** Reads JMH's JSON output ({@code -rf json}), including the numbers of its GC profiler. */
  static List<Rate> ofJmh(String json) {
    return new JsonArray(json).stream().map(JsonObject.class::cast).map(Rate::ofJmh).toList();
  }

  private static Rate ofJmh(JsonObject result) {
    String benchmark = result.getString("benchmark");
    double[] scores =
        result.getJsonObject("primaryMetric").getJsonArray("rawData").stream()
            .flatMap(fork -> ((JsonArray) fork).stream())
            .mapToDouble(score -> ((Number) score).doubleValue())
            .toArray();
    JsonObject allocated =
        result
            .getJsonObject("secondaryMetrics", new JsonObject())
            .getJsonObject("gc.alloc.rate.norm");
    return new Rate(
        benchmark.substring(benchmark.lastIndexOf('.') + 1),
        what(result.getJsonObject("params", new JsonObject())),
        Statistics.of(scores),
        OptionalDouble.empty(),
        allocated == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(allocated.getDouble("score")));
  }

  /** The style, format and scale. Without parameters it is flat, PNG and scale 1. */
  private static String what(JsonObject parameters) {
    Map<String, Object> sorted = new TreeMap<>(parameters.getMap());
    String style = sorted.getOrDefault("style", "FLAT").toString();
    String name = style.toLowerCase(Locale.ROOT).replace('_', '-');
    return sorted.containsKey("scale") || parameters.isEmpty()
        ? name + " PNG " + sorted.getOrDefault("scale", "1") + "x"
        : name;
  }

  /** Reads a line that {@code npm/paint.mjs} prints. */
  static Rate ofNode(String line) {
    JsonObject fields = new JsonObject(line);
    double[] rates =
        fields.getJsonArray("rates").stream()
            .mapToDouble(rate -> ((Number) rate).doubleValue())
            .toArray();
    return new Rate(
        fields.getString("painter"),
        fields.getString("style"),
        Statistics.of(rates),
        OptionalDouble.of(fields.getDouble("bytes")),
        OptionalDouble.empty());
  }

  Rate withBytes(double mean) {
    return new Rate(painter, what, perSecond, OptionalDouble.of(mean), garbage);
  }
}
