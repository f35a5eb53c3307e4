package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.stats.CountWords;
import dev.blazon.count.Basis;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.Measure;
import java.util.List;

/** Says what numbers rest on: until which day they count, what, and where they are from. */
final class BasisWords {

  private BasisWords() {}

  /**
   * A sentence or two.
   *
   * @param wanted what the reader asked for
   */
  static Html of(Basis basis, Measure wanted, List<CountingBreak> breaks) {
    int missing = basis.days().length() - basis.knownDays();
    return all(
        el(
            "p",
            text(
                (basis.measure() == Measure.ALL
                        ? "Every download that PyPI counts, mirrors included"
                        : "Downloads that PyPI counts, without those of known mirrors")
                    + (basis.measure() == wanted ? "" : ", as the source cannot tell them apart")
                    + ", "
                    + days(basis)
                    + " (UTC)"
                    + (missing == 0
                        ? ""
                        : "; " + CountWords.counted(missing, "day") + " of them missing")
                    + ". Source: "
                    + CountWords.sources(basis.sources())
                    + ". Downloads are not users: CI runs and caches count too. "),
            link("/status", "Days and gaps"),
            text(".")),
        each(breaks, BasisWords::change));
  }

  private static String days(Basis basis) {
    return (basis.days().length() == 1 ? "on " : "from ") + CountWords.days(basis.days());
  }

  private static Html change(CountingBreak change) {
    return el(
        "p.break",
        el("strong", CountWords.day(change.day()) + ": "),
        text(change.reason() + " Numbers before and after do not compare."));
  }
}
