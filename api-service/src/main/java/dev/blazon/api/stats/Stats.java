package dev.blazon.api.stats;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Rank;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/**
 * The stats service as the API uses it: over HTTP, or in process. The futures never fail, and
 * complete on the caller's Vert.x context, if there is one, within the given time. Thread-safe.
 */
public interface Stats {

  /**
   * How often a project was downloaded. A project that was never asked for may be fetched first.
   */
  Future<CountAnswer<Total>> total(TotalQuery query, Duration within);

  /** The downloads of a project over time. It may be fetched first, too. */
  Future<CountAnswer<Series>> series(ProjectName project, SeriesQuery query, Duration within);

  /** The place of a project among all projects. */
  Future<CountAnswer<Rank>> rank(
      ProjectName project, Window window, Measure measure, Duration within);

  /**
   * The first places of a ranking.
   *
   * @param places at most 1,000
   */
  Future<CountAnswer<List<RankedProject>>> top(
      RankingList list, Measure measure, int places, Duration within);

  /** Which days were imported for all projects, and on which days counting changed. */
  Future<CountAnswer<Ledger>> ledger(Duration within);

  /** Closes connections, files and threads. Questions under way fail. */
  Future<Void> close();
}
