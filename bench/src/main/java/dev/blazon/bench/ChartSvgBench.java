package dev.blazon.bench;

import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartLook.Theme;
import dev.blazon.imaging.chart.ChartPainter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures charts as SVG, from numbers to finished bytes: Blazon's and JFreeChart's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ChartSvgBench {

  /** One of {@link ChartKind}. */
  @Param({"AREA", "LINES", "STACKED", "BARS"})
  String style;

  private final ChartPainter painter = new ChartPainter();
  private List<Chart> charts;
  private ChartLook look;
  private int next;

  @Setup
  public void prepare() {
    charts = ChartKind.valueOf(style).charts();
    look = new ChartLook(Theme.LIGHT, ChartKind.WIDTH, ChartKind.HEIGHT, 1);
  }

  @Benchmark
  public byte[] blazon() {
    return painter.svg(chart(), look);
  }

  @Benchmark
  public byte[] jfreechart() {
    return PeerChart.svg(chart());
  }

  private Chart chart() {
    next = next + 1 == ChartKind.COUNT ? 0 : next + 1;
    return charts.get(next);
  }
}
