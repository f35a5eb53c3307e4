package dev.blazon.stats.source.series;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.HistorySource;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.source.remote.Deadline;
import dev.blazon.stats.source.remote.RemoteCalls;
import dev.blazon.upstream.RateLimit;
import dev.blazon.upstream.UpstreamLimits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads about 91 days of a project by version from pepy.tech, mirrors included. It needs a key of
 * the operator; a free one allows 10 requests in a minute. Thread-safe.
 */
public final class PepySource implements HistorySource {

  /** 91 days of a project with many versions have some MB. */
  public static final UpstreamLimits LIMITS =
      new UpstreamLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 2, 10, 16L << 20);

  private final JsonCalls calls;
  private final URI base;
  private final Clock clock;

  /**
   * Creates a source.
   *
   * @param calls within pepy's limits: 10 requests in a minute
   */
  public PepySource(RemoteCalls calls, URI base, String apiKey, Clock clock) {
    this.calls = new JsonCalls(calls, Map.of("Accept", "application/json", "X-API-Key", apiKey));
    this.base = base;
    this.clock = clock;
  }

  /** What pepy allows a free key. */
  public static RateLimit rate(Clock clock) {
    return new RateLimit(clock).and(10, Duration.ofMinutes(1));
  }

  @Override
  public String name() {
    return "pepy";
  }

  /**
   * The all-time downloads of a project, which no sum of its newest days gives.
   *
   * @throws SourceException if they could not be had
   */
  public PepyTotal total(ProjectName project, Duration within)
      throws SourceException, InterruptedException {
    PepyHistory history = read(project, Deadline.of(name(), within));
    DayRange days = known(history, new DayRange(PepyTotal.FIRST, Day.at(clock.instant())));
    return new PepyTotal(history.total(), days.last());
  }

  @Override
  public int projectsAtOnce() {
    return 1;
  }

  @Override
  public Delivery readHistory(
      Set<ProjectName> projects, DayRange days, Duration within, RowSink rows)
      throws SourceException, InterruptedException {
    ProjectName project = OneProject.of(projects);
    PepyHistory history = read(project, Deadline.of(name(), within));
    DayRange known = known(history, days);
    for (Map.Entry<Day, Map<String, Long>> day : history.days().entrySet()) {
      if (known.contains(day.getKey())) {
        for (Map.Entry<String, Long> version : day.getValue().entrySet()) {
          Counts counts = Counts.ofAll(version.getValue());
          rows.count(
              CountRow.ofVersion(day.getKey(), project.normalized(), version.getKey(), counts));
        }
      }
    }
    return new Delivery(known, Set.of(Measure.ALL), Set.of(), Optional.empty());
  }

  private PepyHistory read(ProjectName project, Deadline deadline)
      throws SourceException, InterruptedException {
    URI uri = URI.create(base + "/api/v2/projects/" + project.normalized());
    PepyHistory history =
        calls
            .get(uri, deadline, PepyReader::new)
            .orElseThrow(
                () ->
                    new SourceException(
                        Kind.NO_SUCH_DAY, name() + " has no days of " + project.normalized()));
    if (!history.project().equals(project.normalized())) {
      throw calls.malformed("it is about " + history.project());
    }
    return history;
  }

  /**
   * pepy leaves out days without downloads, so only days between those it sends are certain. A day
   * that is not over is not among them.
   */
  private DayRange known(PepyHistory history, DayRange wanted) throws SourceException {
    Day today = Day.at(clock.instant());
    Optional<Day> newest = Optional.ofNullable(history.days().lowerKey(today));
    if (!history.days().isEmpty() && history.days().lastKey().isAfter(today)) {
      throw calls.malformed("it is about " + history.days().lastKey() + ", which is to come");
    }
    if (newest.isPresent()) {
      Day oldest = history.days().firstKey();
      Day first = oldest.isAfter(wanted.first()) ? oldest : wanted.first();
      Day last = newest.get().isBefore(wanted.last()) ? newest.get() : wanted.last();
      if (!last.isBefore(first)) {
        return new DayRange(first, last);
      }
    }
    throw new SourceException(Kind.NO_SUCH_DAY, name() + " has no day of " + wanted);
  }
}
