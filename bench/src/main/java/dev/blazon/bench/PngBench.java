package dev.blazon.bench;

import dev.blazon.badge.Badge;
import dev.blazon.badge.Style;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.png.PngPainter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures Blazon's PNG from a badge to the bytes: layout, painting and encoding. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PngBench {

  /** One of {@link Style}. */
  @Param({"FLAT", "FLAT_SQUARE", "PLASTIC", "FOR_THE_BADGE", "SOCIAL"})
  String style;

  /** The scale: 1 is the natural size. */
  @Param({"1", "2"})
  int scale;

  private final PngPainter painter = new PngPainter();
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
    BadgeLayout layout = BadgeLayout.of(badges.get(next), OptionalDouble.empty());
    return painter.paint(layout, Optional.empty(), scale);
  }
}
