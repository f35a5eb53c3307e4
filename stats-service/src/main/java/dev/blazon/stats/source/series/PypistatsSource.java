package dev.blazon.stats.source.series;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.BreakdownRow;
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
import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the last 180 days of a project from pypistats.org: totals in both measures, and by Python
 * and system. It knows no versions. A project costs three requests, of 30 allowed in a minute.
 * Thread-safe.
 */
public final class PypistatsSource implements HistorySource {

  /** A series has about 50 KB. */
  public static final UpstreamLimits LIMITS =
      new UpstreamLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 2, 30, 4L << 20);

  private static final String ALL = "with_mirrors";
  private static final String WITHOUT_MIRRORS = "without_mirrors";

  /** How pypistats writes that the client did not say. */
  private static final String UNKNOWN = "null";

  /** It keeps a day more, which may be gone while we ask. */
  private static final int DAYS = 180;

  private final JsonCalls calls;
  private final URI base;
  private final Set<Dimension> dimensions;
  private final Clock clock;

  /**
   * Creates a source.
   *
   * @param calls within pypistats' limits: 5 requests in a second and 30 in a minute
   * @param dimensions of Python and system; each costs a request more
   */
  public PypistatsSource(RemoteCalls calls, URI base, Set<Dimension> dimensions, Clock clock) {
    if (!Set.of(Dimension.PYTHON, Dimension.SYSTEM).containsAll(dimensions)) {
      throw new IllegalArgumentException("pypistats cannot split by " + dimensions);
    }
    this.calls = new JsonCalls(calls, Map.of("Accept", "application/json"));
    this.base = base;
    this.dimensions = Set.copyOf(dimensions);
    this.clock = clock;
  }

  /** What pypistats allows an address. */
  public static RateLimit rate(Clock clock) {
    return new RateLimit(clock).and(5, Duration.ofSeconds(1)).and(30, Duration.ofMinutes(1));
  }

  @Override
  public String name() {
    return "pypistats";
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
    Deadline deadline = Deadline.of(name(), within);
    NavigableMap<Day, Map<String, Long>> overall = read(project, "overall", deadline);
    DayRange known = known(overall, days);
    NavigableMap<Day, Map<String, Long>> asked =
        overall.subMap(known.first(), true, known.last(), true);
    for (Map.Entry<Day, Map<String, Long>> day : asked.entrySet()) {
      rows.count(CountRow.ofProject(day.getKey(), project.normalized(), total(day.getValue())));
    }
    for (Dimension dimension : dimensions) {
      String series = dimension == Dimension.PYTHON ? "python_minor" : "system";
      NavigableMap<Day, Map<String, Long>> categories = read(project, series, deadline);
      for (Map.Entry<Day, Map<String, Long>> day : asked.entrySet()) {
        Map<String, Long> ofDay = categories.getOrDefault(day.getKey(), Map.of());
        sendCategories(day.getKey(), project, dimension, ofDay, total(day.getValue()), rows);
      }
    }
    return new Delivery(known, EnumSet.allOf(Measure.class), dimensions, Optional.empty());
  }

  /** An unknown project is one without downloads, or too new: nothing is certain about its days. */
  private NavigableMap<Day, Map<String, Long>> read(
      ProjectName project, String series, Deadline deadline)
      throws SourceException, InterruptedException {
    URI uri = URI.create(base + "/api/packages/" + project.normalized() + "/" + series);
    Series answer =
        calls
            .get(uri, deadline, SeriesReader::new)
            .orElseThrow(
                () ->
                    new SourceException(
                        Kind.NO_SUCH_DAY, name() + " has no days of " + project.normalized()));
    if (!answer.project().equals(project.normalized())
        || !answer.type().equals(series + "_downloads")) {
      throw calls.malformed("it is about " + answer.type() + " of " + answer.project());
    }
    return answer.days();
  }

  private DayRange known(NavigableMap<Day, Map<String, Long>> overall, DayRange wanted)
      throws SourceException {
    if (overall.isEmpty()) {
      throw noSuchDay(wanted);
    }
    Day newest = overall.lastKey();
    if (!newest.isBefore(Day.at(clock.instant()))) {
      throw calls.malformed("it is about " + newest + ", which is not over in UTC");
    }
    Day oldest = newest.minus(DAYS - 1);
    Day first = oldest.isAfter(wanted.first()) ? oldest : wanted.first();
    Day last = newest.isBefore(wanted.last()) ? newest : wanted.last();
    if (last.isBefore(first)) {
      throw noSuchDay(wanted);
    }
    return new DayRange(first, last);
  }

  private SourceException noSuchDay(DayRange wanted) {
    return new SourceException(Kind.NO_SUCH_DAY, name() + " has no day of " + wanted);
  }

  private Counts total(Map<String, Long> ofDay) throws SourceException {
    long all = ofDay.getOrDefault(ALL, 0L);
    long withoutMirrors = ofDay.getOrDefault(WITHOUT_MIRRORS, 0L);
    if (withoutMirrors > all) {
      throw calls.malformed(
          "there are %d downloads without mirrors among %d".formatted(withoutMirrors, all));
    }
    return new Counts(all, withoutMirrors);
  }

  /**
   * pypistats leaves mirrors out of these series. No mirror says anything about Python or its
   * system, so all downloads of mirrors belong to the category without a name.
   */
  private static void sendCategories(
      Day day,
      ProjectName project,
      Dimension dimension,
      Map<String, Long> categories,
      Counts total,
      RowSink rows)
      throws SourceException {
    long mirrors = total.all() - total.withoutMirrors();
    long unknown = categories.getOrDefault(UNKNOWN, 0L);
    if (unknown + mirrors > 0) {
      send(day, project, dimension, "", new Counts(unknown + mirrors, unknown), rows);
    }
    for (Map.Entry<String, Long> category : categories.entrySet()) {
      if (!category.getKey().equals(UNKNOWN)) {
        Counts counts = new Counts(category.getValue(), category.getValue());
        send(day, project, dimension, category.getKey(), counts, rows);
      }
    }
  }

  private static void send(
      Day day,
      ProjectName project,
      Dimension dimension,
      String category,
      Counts counts,
      RowSink rows)
      throws SourceException {
    rows.breakdown(new BreakdownRow(day, project.normalized(), dimension, category, counts));
  }
}
