package dev.blazon.bench;

import dev.blazon.badge.Badge;
import dev.blazon.badge.Style;
import dev.blazon.imaging.svg.SvgPainter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures Blazon's SVG from a badge to the bytes: layout and painting. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SvgBench {

  /** One of {@link Style}. */
  @Param({"FLAT", "FLAT_SQUARE", "PLASTIC", "FOR_THE_BADGE", "SOCIAL"})
  String style;

  private final SvgPainter painter = new SvgPainter();
  private List<Badge> badges;
  private int next;

  @Setup
  public void prepare() {
    Style parsed = Style.valueOf(style);
    badges = Samples.badges().stream().map(badge -> badge.withStyle(parsed)).toList();
  }

  @Benchmark
  public byte[] blazon() {
    next = next + 1 == Samples.COUNT ? 0 : next + 1;
    return painter.paint(badges.get(next), Optional.empty());
  }
}
