package dev.blazon.api.chart;

import dev.blazon.api.question.Refusal;
import dev.blazon.api.rendered.ChartRenderer.About;
import dev.blazon.api.resolve.Outcome;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.wire.ChartTexts;
import java.util.List;

/** A chart that is ready to be painted: of numbers, or of words that say why there are none. */
record MadeChart(Chart chart, ChartLook look, About about) {

  /** Title, note and margins, in pixels. */
  private static final int HEIGHT_OF_WORDS = 90;

  private static final int HEIGHT_OF_A_BAR = 36;

  /** The value of a metric's tag if nothing is split. */
  private static final String TOTAL = "total";

  static MadeChart of(WantedChart wanted, Chart chart) {
    return new MadeChart(
        chart,
        look(wanted, chart),
        new About(
            List.of(wanted.project()),
            wanted.split().by().orElse(TOTAL),
            chart instanceof MessageChart ? Outcome.MISSING : Outcome.FACT));
  }

  /** Bars are as high as they need to be, unless the URL wants something else. */
  private static ChartLook look(WantedChart wanted, Chart chart) {
    ChartLook look = wanted.look();
    return chart instanceof ShareChart shares && !wanted.heightGiven()
        ? new ChartLook(
            look.theme(),
            look.width(),
            Math.min(look.height(), HEIGHT_OF_WORDS + shares.bars().size() * HEIGHT_OF_A_BAR),
            look.scale())
        : look;
  }

  /** A chart that says why there are no numbers. */
  static MadeChart saying(ChartUrl url, ChartLook look, Refusal refusal) {
    return saying(url, look, refusal.message(), outcome(refusal));
  }

  static MadeChart saying(ChartUrl url, ChartLook look, String words, Outcome outcome) {
    return new MadeChart(
        message(Refusal.printable(url.project()), words),
        look,
        new About(url.projects(), TOTAL, outcome));
  }

  static MessageChart message(String project, String words) {
    String cut = ChartTexts.text(words);
    return new MessageChart(ChartWords.ofMessage(project, cut), cut);
  }

  /** What became of a chart for which there are no numbers. */
  static Outcome outcome(Refusal refusal) {
    return switch (refusal.code()) {
      case "unknown_project", "unknown_split", "nothing_counted" -> Outcome.MISSING;
      case "off" -> Outcome.UNAVAILABLE;
      case "coming" -> Outcome.COMING;
      case "busy", "slow" -> Outcome.SLOW;
      case "failed", "pypi_failed" -> Outcome.UPSTREAM_FAILED;
      case "too_long" -> Outcome.URL_TOO_LONG;
      default -> Outcome.NO_SUCH_BADGE;
    };
  }
}
