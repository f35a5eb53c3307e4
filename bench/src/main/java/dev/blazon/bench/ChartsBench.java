package dev.blazon.bench;

import static dev.blazon.bench.Goal.Direction.AT_LEAST;

import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartLook.Theme;
import dev.blazon.imaging.chart.ChartPainter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Compares charts with JFreeChart's, and replaces its own section of {@code bench/RESULTS.md}. */
final class ChartsBench {

  private static final double LEAST_SVG = 300;
  private static final double LEAST_PNG = 150;

  private ChartsBench() {}

  /** Arguments: the project's folder, then {@code --quick} or nothing. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> options = List.of(arguments).subList(1, arguments.length);
    boolean quick = options.equals(List.of("--quick"));
    if (!quick && !options.isEmpty()) {
      System.err.println("bench: charts takes --quick or nothing, not " + options);
      System.exit(2);
    }
    Place place = new Place(Path.of(arguments[0]).toAbsolutePath().normalize());
    Pace pace = quick ? Pace.QUICK : Pace.FULL;
    Results results = new Results(ResultsFile.CHARTS, head(quick));
    List<Rate> rates = new Jmh(place, pace).run("ChartSvgBench|ChartPngBench");
    write(rates, pace, results);
    System.out.println(results.markdown());
    ResultsFile file = quick ? ResultsFile.rough(place) : ResultsFile.lasting(place);
    file.replace(ResultsFile.CHARTS, results.markdown());
    System.err.println("bench: written to " + file.path());
  }

  private static String head(boolean quick) throws IOException {
    return String.format(
        """
        Measured on %s by `./blazon bench charts%s` on one machine, in one run:
        %s; load average before the start %s.%s
        """,
        LocalDate.now(ZoneOffset.UTC),
        quick ? " --quick" : "",
        Machine.describe(),
        Machine.load(),
        quick ? "\n\n**A quick look: too short for numbers that count.**" : "");
  }

  private static void write(List<Rate> rates, Pace pace, Results results) {
    results.section(
        "Charts as pictures",
        String.format(
            """
            One core, %d × %d pixels, %d distinct charts of each kind, numbers to finished bytes, median of %d
            (least–most). Areas and lines have 180 days; lines and stacks eight names. JFreeChart paints its usual chart
            on JFreeSVG, and for PNG on a picture that the JDK encodes.
            """,
            ChartKind.WIDTH, ChartKind.HEIGHT, ChartKind.COUNT, pace.rounds()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("chart", "Blazon, a second", "bytes", "JFreeChart, a second", "bytes", "×"));
    ChartPainter painter = new ChartPainter();
    ChartLook look = new ChartLook(Theme.LIGHT, ChartKind.WIDTH, ChartKind.HEIGHT, 1);
    for (boolean png : new boolean[] {false, true}) {
      for (ChartKind kind : ChartKind.values()) {
        String what = kind.name().toLowerCase(Locale.ROOT);
        String name = what + (png ? " PNG 1x" : "");
        Rate us = find(rates, "blazon", name);
        Rate them = find(rates, "jfreechart", name);
        ToIntFunction<Chart> ours =
            chart -> (png ? painter.png(chart, look) : painter.svg(chart, look)).length;
        ToIntFunction<Chart> theirs =
            chart -> (png ? PeerChart.png(chart) : PeerChart.svg(chart)).length;
        double ratio = us.perSecond().median() / them.perSecond().median();
        rows.add(
            List.of(
                what + (png ? ", PNG 1x" : ", SVG"),
                speed(us),
                bytes(kind, ours),
                speed(them),
                bytes(kind, theirs),
                Numbers.plain(ratio)));
        results.goal(
            new Goal(
                what + (png ? ", PNG 1x" : ", SVG"),
                us.perSecond().median(),
                png ? LEAST_PNG : LEAST_SVG,
                AT_LEAST,
                "charts/s"));
      }
    }
    results.table(rows);
  }

  private static String speed(Rate rate) {
    Statistics speed = rate.perSecond();
    return Numbers.plain(speed.median())
        + " ("
        + Numbers.plain(speed.least())
        + "–"
        + Numbers.plain(speed.most())
        + ")";
  }

  /** The mean size of some pictures. */
  private static String bytes(ChartKind kind, ToIntFunction<Chart> size) {
    return Numbers.plain(
        Math.rint(kind.charts().stream().limit(10).mapToInt(size).average().orElseThrow()));
  }

  private static Rate find(List<Rate> rates, String painter, String what) {
    return rates.stream()
        .filter(rate -> rate.painter().equals(painter) && rate.what().equals(what))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not measured: " + painter + " " + what));
  }
}
