package dev.blazon.stats.source.clickhouse;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.HistorySource;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.source.remote.Deadline;
import dev.blazon.stats.source.remote.MalformedAnswerException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the whole history of projects from ClickHouse, several projects a query: counts by version
 * and installer in both measures, and by Python, system and country if wanted. Thread-safe.
 */
public final class ClickHouseSource implements HistorySource {

  /** What this source can split downloads by. It does not know about CI. */
  public static final Set<Dimension> DIMENSIONS =
      Set.of(Dimension.INSTALLER, Dimension.PYTHON, Dimension.SYSTEM, Dimension.COUNTRY);

  /** A popular project's history is up to a million rows for the server, of a billion allowed. */
  public static final int PROJECTS_AT_ONCE = 25;

  /** No download is older: PyPI has had files since 2005. */
  public static final Day EARLIEST = LoadedDays.EARLIEST;

  private final ClickHouseClient client;
  private final LoadedDays loadedDays;
  private final Set<Dimension> dimensions;
  private final Clock clock;

  /**
   * Creates a source.
   *
   * @param dimensions what to split downloads by, of {@link #DIMENSIONS}. The installer costs
   *     nothing; each other one costs further queries
   */
  public ClickHouseSource(ClickHouseClient client, Set<Dimension> dimensions, Clock clock) {
    if (!DIMENSIONS.containsAll(dimensions)) {
      throw new IllegalArgumentException("ClickHouse cannot split by " + dimensions);
    }
    this.client = client;
    this.loadedDays = new LoadedDays(client, clock);
    this.dimensions = EnumSet.of(Dimension.INSTALLER);
    this.dimensions.addAll(dimensions);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "clickhouse";
  }

  /**
   * The newest day that the server has as a whole; it is read at most every 15 minutes. With it,
   * the caller knows when to bring histories up to date.
   *
   * @return empty if the server does not tell, as it has none of the projects that everybody uses
   */
  public Optional<Day> newestDay(Duration within) throws SourceException, InterruptedException {
    return loadedDays.read(Deadline.of(client.name(), within)).map(loaded -> loaded.whole().last());
  }

  @Override
  public int projectsAtOnce() {
    return PROJECTS_AT_ONCE;
  }

  @Override
  public Delivery readHistory(
      Set<ProjectName> projects, DayRange days, Duration within, RowSink rows)
      throws SourceException, InterruptedException {
    Deadline deadline = Deadline.of(client.name(), within);
    Optional<LoadedDays.Loaded> loaded = loadedDays.read(deadline);
    DayRange asked = overlap(days, loaded);
    Piece all = new Piece(sorted(projects), asked);
    try {
      ProjectSizes sizes = new ProjectSizes(all);
      sizes.addAll(client.run(ClickPyQueries.sizes(all), deadline));
      if (loaded.isEmpty()) {
        asked = sizes.days().orElseThrow(() -> noSuchDay(days));
      }
      new HistoryReading(client, deadline, rows, sizes, asked).read(dimensions);
    } catch (MalformedAnswerException e) {
      throw new SourceException(Kind.MALFORMED, client.name() + ": " + e.getMessage(), e);
    }
    return new Delivery(
        asked, missing(loaded, asked), EnumSet.allOf(Measure.class), dimensions, Optional.empty());
  }

  /** A day that is not over, or not loaded, is never asked for. */
  private DayRange overlap(DayRange wanted, Optional<LoadedDays.Loaded> loaded)
      throws SourceException {
    Day yesterday = Day.at(clock.instant()).minus(1);
    Day first = loaded.map(l -> later(l.whole().first(), wanted.first())).orElse(wanted.first());
    Day last = earlier(loaded.map(l -> l.whole().last()).orElse(yesterday), wanted.last());
    last = earlier(last, yesterday);
    if (last.isBefore(first)) {
      throw noSuchDay(wanted);
    }
    return new DayRange(first, last);
  }

  private SourceException noSuchDay(DayRange wanted) {
    return new SourceException(Kind.NO_SUCH_DAY, client.name() + " has no whole day of " + wanted);
  }

  private static Set<Day> missing(Optional<LoadedDays.Loaded> loaded, DayRange asked) {
    Set<Day> missing = loaded.map(LoadedDays.Loaded::missing).orElse(Set.of());
    return missing.stream().filter(asked::contains).collect(Collectors.toUnmodifiableSet());
  }

  private static List<ProjectName> sorted(Collection<ProjectName> projects) {
    return projects.stream().sorted(Comparator.comparing(ProjectName::normalized)).toList();
  }

  private static Day later(Day one, Day other) {
    return one.isAfter(other) ? one : other;
  }

  private static Day earlier(Day one, Day other) {
    return one.isBefore(other) ? one : other;
  }
}
