package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class RateTest {

  @Test
  void reads_the_output_of_jmh() {
    List<Rate> rates =
        Rate.ofJmh(
            """
            [{"benchmark": "dev.blazon.bench.PngBench.blazon",
              "params": {"style": "FOR_THE_BADGE", "scale": "2"},
              "primaryMetric": {"score": 20.0, "rawData": [[10.0, 30.0, 20.0]]},
              "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 512.0}}},
             {"benchmark": "dev.blazon.bench.SvgBench.blazon",
              "params": {"style": "FLAT"},
              "primaryMetric": {"score": 5.0, "rawData": [[5.0]]}},
             {"benchmark": "dev.blazon.bench.PeerPngBench.batik",
              "primaryMetric": {"score": 1.0, "rawData": [[1.0]]}}]
            """);

    assertEquals(
        List.of(
            new Rate(
                "blazon",
                "for-the-badge PNG 2x",
                new Statistics(20, 10, 30),
                OptionalDouble.empty(),
                OptionalDouble.of(512)),
            rate("blazon", "flat", 5),
            rate("batik", "flat PNG 1x", 1)),
        rates);
  }

  @Test
  void reads_the_output_of_the_peers() {
    assertEquals(
        new Rate(
            "badgen",
            "classic",
            new Statistics(2, 1, 3),
            OptionalDouble.of(1064.5),
            OptionalDouble.empty()),
        Rate.ofNode(
            "{\"painter\":\"badgen\",\"style\":\"classic\",\"rates\":[1,2,3],\"bytes\":1064.5}"));
  }

  private static Rate rate(String painter, String what, double perSecond) {
    return new Rate(
        painter,
        what,
        new Statistics(perSecond, perSecond, perSecond),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
