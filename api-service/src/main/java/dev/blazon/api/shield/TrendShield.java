package dev.blazon.api.shield;

import dev.blazon.badge.Trend;
import dev.blazon.count.Filter;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.WeeklyCourse;
import dev.blazon.project.ProjectName;

/**
 * Shows how often a project was downloaded in a period, as {@link DownloadShield} does, and after
 * the number a small line of the last quarter of a year, week by week.
 *
 * <p>The line is zero at its bottom and the best week at its top. It needs two weeks: the two days
 * of a new project would show its weekend.
 */
public final class TrendShield implements Shield<WeeklyCourse> {

  static final String ID = "trend";

  private final DownloadShield downloads;

  TrendShield(Period period) {
    this.downloads = new DownloadShield(period);
  }

  /** The same shield with the number of another period. */
  public TrendShield of(Period period) {
    return new TrendShield(period);
  }

  @Override
  public Description description() {
    return DownloadShield.withParts(
        Description.of(
                ID,
                "Trend of downloads",
                "How often the project was downloaded in a period, mirrors left out, and a line of"
                    + " its last 13 weeks.",
                downloads.description().label())
            .with("period", "How far back the number reaches.", "day", "week", "month"));
  }

  /** The question that this shield asks about a project. */
  public TotalQuery query(ProjectName project, Filter filter, Wording wording) {
    return downloads.query(project, filter, wording);
  }

  @Override
  public String label(Wording wording) {
    return downloads.label(wording);
  }

  @Override
  public String notFound(Wording wording) {
    return downloads.notFound(wording);
  }

  @Override
  public Content content(WeeklyCourse course, Wording wording) {
    return downloads.content(course.total(), wording).with(Trend.of(course.weeks()));
  }
}
