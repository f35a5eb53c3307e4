package dev.blazon.bench;

import static dev.blazon.bench.Goal.Direction.AT_LEAST;

import dev.blazon.badge.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Compares painters: all on the same core, one after another, with the same texts. */
final class PaintBench {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Place place;
  private final Pace pace;
  private final Results results;

  PaintBench(Place place, Pace pace, Results results) {
    this.place = place;
    this.pace = pace;
    this.results = results;
  }

  void run() throws IOException, InterruptedException {
    Path samples = place.work().resolve("samples.json");
    Path font = place.work().resolve("DejaVuSans.ttf");
    Jmh jmh = new Jmh(place, pace);
    OurSvg.write(samples);
    OurSvg.writeFont(font);
    List<Rate> ours = weighed(jmh.run("SvgBench|PngBench.blazon"));
    List<Rate> jvm = jmh.run("PeerPngBench");
    List<Rate> node = node(samples, font);
    svg(ours, node);
    png(ours, jvm, node);
  }

  private List<Rate> node(Path samples, Path font) throws IOException, InterruptedException {
    Path folder = place.root().resolve("bench/npm");
    Child.output(
        place,
        List.of("npm", "ci", "--prefix", folder.toString(), "--no-audit", "--no-fund", "--silent"),
        Duration.ofMinutes(2));
    List<String> command =
        List.of(
            "node",
            folder.resolve("paint.mjs").toString(),
            samples.toString(),
            font.toString(),
            Integer.toString(pace.rounds()),
            Long.toString(pace.round().toMillis()));
    return Child.output(place, Cores.SERVER.pinned(command), LONGEST)
        .lines()
        .map(Rate::ofNode)
        .toList();
  }

  private static List<Rate> weighed(List<Rate> rates) {
    PictureSize size = new PictureSize();
    List<Rate> weighed = new ArrayList<>();
    for (Style style : Style.values()) {
      for (Rate rate : rates) {
        if (rate.what().equals(style.id())) {
          weighed.add(rate.withBytes(size.ofSvg(style)));
        } else if (rate.what().equals(style.id() + " PNG 1x")) {
          weighed.add(rate.withBytes(size.ofPng(style, 1)));
        } else if (rate.what().equals(style.id() + " PNG 2x")) {
          weighed.add(rate.withBytes(size.ofPng(style, 2)));
        }
      }
    }
    return weighed;
  }

  private void svg(List<Rate> ours, List<Rate> node) {
    results.section(
        "Painting SVG",
        "One core, "
            + Samples.COUNT
            + " distinct texts, label and message to finished bytes, median of "
            + pace.rounds()
            + " (least–most). Ours returns bytes, the npm painters strings.");
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    ours.stream().filter(rate -> !rate.what().contains("PNG")).forEach(r -> rows.add(row(r)));
    node.stream().filter(rate -> !rate.what().contains("PNG")).forEach(r -> rows.add(row(r)));
    results.table(rows);

    for (Style style : Style.values()) {
      Rate us = find(ours, "blazon", style.id());
      Rate maker = find(node, "badge-maker", style.id());
      results.goal(ratio("SVG " + style.id() + ", beside badge-maker", us, maker, 40));
    }
    // badgen has two styles of its own: "classic" is what others call flat, "flat" is flat-square.
    results.goal(
        ratio(
            "SVG flat, beside badgen",
            find(ours, "blazon", "flat"),
            find(node, "badgen", "classic"),
            2));
    results.goal(
        ratio(
            "SVG flat-square, beside badgen",
            find(ours, "blazon", "flat-square"),
            find(node, "badgen", "flat"),
            2));
  }

  private void png(List<Rate> ours, List<Rate> jvm, List<Rate> node) {
    results.section(
        "Painting PNG",
        "One core, the same texts. Ours: label and message to finished bytes. The others get our"
            + " flat SVG, and parse, paint, and encode it (a service that paints SVG first would"
            + " add that).");
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    ours.stream().filter(rate -> rate.what().contains("PNG")).forEach(r -> rows.add(row(r)));
    jvm.forEach(r -> rows.add(row(r)));
    node.stream().filter(rate -> rate.what().contains("PNG")).forEach(r -> rows.add(row(r)));
    results.table(rows);

    Rate us = find(ours, "blazon", "flat PNG 1x");
    results.goal(
        ratio("PNG, beside Batik's transcoder", us, find(jvm, "batik", "flat PNG 1x"), 50));
    results.goal(ratio("PNG, beside resvg-js", us, find(node, "resvg-js", "PNG 1x"), 50));
  }

  private static final List<String> HEAD =
      List.of("painter", "style", "pictures/s", "bytes", "allocated a picture");

  private static List<String> row(Rate rate) {
    Statistics speed = rate.perSecond();
    return List.of(
        rate.painter(),
        rate.what(),
        Numbers.plain(speed.median())
            + " ("
            + Numbers.plain(speed.least())
            + "–"
            + Numbers.plain(speed.most())
            + ")",
        rate.bytes().isPresent() ? Numbers.plain(Math.rint(rate.bytes().getAsDouble())) : "",
        rate.garbage().isPresent()
            ? Numbers.plain(Math.rint(rate.garbage().getAsDouble())) + " B"
            : "");
  }

  private static Goal ratio(String what, Rate us, Rate them, double target) {
    double ratio = us.perSecond().median() / them.perSecond().median();
    return new Goal(what, ratio, target, AT_LEAST, "×");
  }

  private static Rate find(List<Rate> rates, String painter, String what) {
    return rates.stream()
        .filter(rate -> rate.painter().equals(painter) && rate.what().equals(what))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not measured: " + painter + " " + what));
  }
}
