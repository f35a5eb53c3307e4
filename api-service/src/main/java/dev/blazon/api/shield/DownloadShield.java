package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;

import dev.blazon.count.Filter;
import dev.blazon.count.Measure;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.project.ProjectName;

/**
 * Shows how often a project was downloaded in a period.
 *
 * <p>Each service counts differently, and a moved badge should go on from the number it had:
 * pepy.tech counts everything. The others leave mirrors out in a day, week or month, as pypistats
 * does, and have their totals from pepy.tech.
 */
public final class DownloadShield implements Shield<Total> {

  private static final String LABEL = "downloads";

  private final Period period;
  private final boolean isPart;

  DownloadShield(Period period) {
    this(period, false);
  }

  private DownloadShield(Period period, boolean isPart) {
    this.period = period;
    this.isPart = isPart;
  }

  /**
   * The same shield for the downloads that a filter lets through. They are known for a limited
   * time, so that it says of how many days its total is.
   */
  public DownloadShield ofPart() {
    return new DownloadShield(period, true);
  }

  @Override
  public Description description() {
    Description description =
        period == Period.TOTAL
            ? Description.of(
                period.shieldId(),
                "Downloads in all",
                "How often the project was downloaded since it exists, mirrors included.",
                LABEL)
            : Description.of(
                period.shieldId(),
                "Downloads in a " + period.word(),
                "How often the project was downloaded in the newest known "
                    + period.word()
                    + ", mirrors left out.",
                LABEL);
    Description withPeriod =
        period == Period.MONTH
            ? description.with("period", "How far back.", "day", "week", "month")
            : description;
    return withParts(withPeriod);
  }

  /** The description with the parameters that count a part of the downloads. */
  static Description withParts(Description description) {
    return description
        .with("version", "Counts these versions only, as in 2.* or 1.4,1.5.*.")
        .with("python", "Counts this minor version of Python only, as in 3.12.")
        .with("installer", "Counts this installer only, as in uv.")
        .with("system", "Counts this operating system only, as in Linux.");
  }

  /** The question that this shield asks about a project. */
  public TotalQuery query(ProjectName project, Filter filter, Wording wording) {
    boolean all = period == Period.TOTAL || wording.isPepyTech();
    return new TotalQuery(
        project, period.window(), all ? Measure.ALL : Measure.WITHOUT_MIRRORS, filter);
  }

  @Override
  public String label(Wording wording) {
    return wording.isPepyTech() && period != Period.TOTAL ? LABEL + "/" + period.word() : LABEL;
  }

  @Override
  public String notFound(Wording wording) {
    return wording == Wording.SHIELDS_IO && period != Period.TOTAL
        ? "package not found"
        : "not found";
  }

  @Override
  public Content content(Total total, Wording wording) {
    String label = label(wording);
    String message = CountFormat.of(wording).format(total.downloads()) + span(total, wording);
    return switch (wording) {
      case PYPIP_IN, BADGE_FURY -> new Content(label, message, BRIGHTGREEN);
      case SHIELDS_IO -> new Content(label, message, DownloadColor.of(total.downloads()));
      case BADGEN_NET -> new Content(label, message, BadgenColors.GREEN);
      case PEPY_TECH, PEPY_TECH_ABBREVIATED, PEPY_TECH_PLAIN -> new Content(label, message, BLUE);
    };
  }

  /** What follows the number: how long the counted time is, unless the label says it. */
  private String span(Total total, Wording wording) {
    if (period != Period.TOTAL) {
      return wording.isPepyTech() ? "" : "/" + period.word();
    }
    int days = total.basis().knownDays();
    return isPart ? " in " + days + (days == 1 ? " day" : " days") : "";
  }
}
