package dev.blazon.count.wire;

import dev.blazon.count.Measure;
import dev.blazon.count.RankingList;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;

/** A question to a stats service. */
public sealed interface Question {

  /** How often a project was downloaded. */
  record OfTotal(TotalQuery query) implements Question {}

  /** The downloads of a project over time. */
  record OfSeries(ProjectName project, SeriesQuery query) implements Question {}

  /** The place of a project among all projects. */
  record OfRank(ProjectName project, Window window, Measure measure) implements Question {}

  /**
   * The first places of a ranking.
   *
   * @param places from 1 to {@link StatsExchange#MOST_PLACES}
   */
  record OfTop(RankingList list, Measure measure, int places) implements Question {}

  /** Which days were imported, and on which days counting changed. */
  record OfLedger() implements Question {}

  /** The path and query of the URL that asks this. */
  default String uri() {
    return QuestionUrl.write(this);
  }

  /** The name in paths and metrics. */
  default String word() {
    if (this instanceof OfTotal) {
      return "total";
    }
    if (this instanceof OfSeries) {
      return "series";
    }
    if (this instanceof OfRank) {
      return "rank";
    }
    return this instanceof OfTop ? "top" : "ledger";
  }
}
