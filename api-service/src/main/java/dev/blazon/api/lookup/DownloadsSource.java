package dev.blazon.api.lookup;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.stats.Stats;
import dev.blazon.count.Basis;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Counted;
import dev.blazon.count.CountAnswer.NoDownloads;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.CountAnswer.Unanswered;
import dev.blazon.count.DayRange;
import dev.blazon.count.Total;
import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.Fetched.Trouble;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks the stats service for numbers of downloads. It does not know which projects exist: one
 * without downloads is looked up at PyPI, since a badge says 0 for a project and "not found" for a
 * misspelt name.
 */
final class DownloadsSource implements FactSource<DownloadsKey, Total> {

  private final Stats stats;
  private final Duration within;
  private final FactLookup<ProjectKey, Project> projects;

  /**
   * @param within how long the stats service may take
   */
  DownloadsSource(Stats stats, Duration within, FactLookup<ProjectKey, Project> projects) {
    this.stats = stats;
    this.within = within;
    this.projects = projects;
  }

  @Override
  public Future<Fetched<Total>> fetch(DownloadsKey key, Optional<String> etag) {
    return stats.total(key.query(), within).compose(answer -> fetched(key, answer));
  }

  private Future<Fetched<Total>> fetched(DownloadsKey key, CountAnswer<Total> answer) {
    if (answer instanceof Counted<Total> counted) {
      return Future.succeededFuture(found(counted.value()));
    }
    if (answer instanceof NoDownloads<Total> none) {
      return projects
          .find(ProjectKey.of(key.query().project()))
          .map(project -> withoutDownloads(key, none.days(), project));
    }
    return Future.succeededFuture(Fetched.failed(trouble(((Unanswered<Total>) answer).reason())));
  }

  private static Fetched<Total> withoutDownloads(
      DownloadsKey key, Optional<DayRange> days, Answer<Project> project) {
    if (project instanceof Answer.Missing<Project>) {
      return new Fetched.Missing<>();
    }
    // When PyPI fails, the project may exist or not; that there are no numbers is true anyway.
    return project instanceof Answer.Known<Project> && days.isPresent()
        ? found(nothing(key, days.get()))
        : Fetched.failed(Trouble.COMING);
  }

  private static Total nothing(DownloadsKey key, DayRange days) {
    return new Total(0, new Basis(days, days.length(), List.of(), key.query().measure(), false));
  }

  private static Fetched<Total> found(Total total) {
    return new Fetched.Document<>(total, Optional.empty());
  }

  static Trouble trouble(Reason reason) {
    return switch (reason) {
      case OFF, UNKNOWN -> Trouble.NOT_CONFIGURED;
      case COMING -> Trouble.COMING;
      case BUSY -> Trouble.BUSY;
      case SLOW -> Trouble.SLOW;
      case FAILED -> Trouble.UNREACHABLE;
    };
  }
}
