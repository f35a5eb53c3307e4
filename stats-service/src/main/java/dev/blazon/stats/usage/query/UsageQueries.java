package dev.blazon.stats.usage.query;

import dev.blazon.stats.usage.report.FieldReader;
import dev.blazon.stats.usage.store.UsageStore;
import dev.blazon.stats.usage.store.UsageStore.Kept;
import dev.blazon.usage.FieldPath;
import dev.blazon.usage.UsageInterval;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.UsageTable.Cut;
import dev.blazon.usage.UsageTable.Source;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers questions from a store, and remembers what no longer changes. Blocks; thread-safe. */
public final class UsageQueries {

  private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  /** A report is stored long before, so that the sums of a day no longer change then. */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  /** Reports that an answer reads, which takes some seconds. */
  private static final int MOST_REPORTS = 1_000_000;

  private static final int PAGE = 1_000;

  /** Each has {@link #MOST_REMEMBERED_CELLS} at most, so that all take fewer than 50 MB. */
  private static final int MOST_REMEMBERED = 64;

  private static final int MOST_REMEMBERED_CELLS = 5_000;

  private final UsageStore store;
  private final Clock clock;
  private final Map<Closed, Groups> closed = remembering();
  private final Map<UsageQuestion, Answer> answers = remembering();

  /** A question about days that are over. */
  private record Closed(UsageQuestion question, boolean areHours, long from, long to) {}

  private record Answer(long generation, long day, UsageTable table) {}

  public UsageQueries(UsageStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private static <K, V> Map<K, V> remembering() {
    return Collections.synchronizedMap(
        new LinkedHashMap<K, V>(MOST_REMEMBERED, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST_REMEMBERED;
          }
        });
  }

  /** Answers a question; a question that takes longer than its time is cut. */
  public UsageTable answer(UsageQuestion question, Duration within) {
    Deadline deadline = Deadline.in(within);
    long day = Math.floorDiv(clock.millis(), DAY_MILLIS);
    long generation = store.generation();
    Answer known = answers.get(question);
    if (known != null && known.generation() == generation && known.day() == day) {
      return known.table();
    }
    List<String> paths = question.groupBy().stream().map(FieldPath::toString).toList();
    OptionalLong since = hasSums(question) ? store.sumsSince(paths) : OptionalLong.empty();
    UsageTable table =
        since.isPresent()
            ? fromSums(question, paths, since.getAsLong(), deadline)
            : fromReports(question, deadline);
    if (table.cut().isEmpty() && table.rows().size() <= MOST_REMEMBERED_CELLS) {
      answers.put(question, new Answer(generation, day, table));
    }
    return table;
  }

  private static boolean hasSums(UsageQuestion question) {
    boolean needsDays = question.distinctHosts();
    ChronoUnit unit = needsDays ? ChronoUnit.DAYS : ChronoUnit.HOURS;
    return question.limit().isEmpty()
        && isWhole(question.from(), unit)
        && isWhole(question.to(), unit)
        && !(needsDays && question.interval().equals(Optional.of(UsageInterval.HOUR)));
  }

  private static boolean isWhole(Optional<Instant> time, ChronoUnit unit) {
    return time.isEmpty() || time.get().truncatedTo(unit).equals(time.get());
  }

  private UsageTable fromSums(
      UsageQuestion question, List<String> paths, long sinceHour, Deadline deadline) {
    long from = Math.max(sinceHour * HOUR_MILLIS, millis(question.from(), 0));
    long to = millis(question.to(), Long.MAX_VALUE / 2);
    boolean areHours =
        question.interval().equals(Optional.of(UsageInterval.HOUR))
            || (!question.distinctHosts() && from % DAY_MILLIS != 0)
            || (question.to().isPresent() && to % DAY_MILLIS != 0);
    long unit = areHours ? HOUR_MILLIS : DAY_MILLIS;
    long open =
        Math.floorDiv(clock.instant().minus(SETTLED).toEpochMilli(), DAY_MILLIS)
            * (DAY_MILLIS / unit);
    long first = Math.floorDiv(from, unit);
    long end = Math.floorDiv(to, unit);
    long middle = Math.max(first, Math.min(open, end));
    Closed key = new Closed(question, areHours, first, middle);
    Groups past = closed.get(key);
    // The newest first, so that these are there when the time is over.
    SumReader reader = new SumReader(question, paths, unit, deadline);
    Groups all = new Groups();
    boolean isCut = reader.read(areHours, middle, end, all);
    if (past == null) {
      past = new Groups();
      isCut |= reader.read(areHours, first, middle, past);
      if (!isCut && past.size() <= MOST_REMEMBERED_CELLS) {
        closed.put(key, past);
      }
    }
    all.addAll(past);
    Optional<HostSets> hosts = Optional.empty();
    if (question.distinctHosts()) {
      HostSets sets = new HostSets(store.hostShift(first, end));
      boolean[] over = {false};
      store.hosts(
          first,
          end,
          (day, combination, host) -> {
            over[0] = deadline.isOver();
            List<String> keys = reader.keys(combination);
            if (!reader.lacks(keys)) {
              sets.add(new Groups.Cell(reader.start(day), keys), host);
            }
            return !over[0];
          });
      isCut |= over[0];
      hosts = Optional.of(sets);
    }
    return all.table(
        question.interval().isPresent(),
        hosts,
        isCut ? Optional.of(Cut.TIME) : Optional.empty(),
        Source.ROLLUPS);
  }

  private static long millis(Optional<Instant> time, long otherwise) {
    return time.map(at -> Math.max(0, Math.min(at.toEpochMilli(), Long.MAX_VALUE / 2)))
        .orElse(otherwise);
  }

  /** Adds up sums by the groups of one question. For one thread. */
  private final class SumReader {

    private final UsageQuestion question;
    private final List<String> paths;
    private final long unit;
    private final Deadline deadline;
    private final Map<Long, List<String>> keys = new HashMap<>();
    private final Map<Long, Long> starts = new HashMap<>();

    SumReader(UsageQuestion question, List<String> paths, long unit, Deadline deadline) {
      this.question = question;
      this.paths = paths;
      this.unit = unit;
      this.deadline = deadline;
    }

    /** Whether the time was over before the end. */
    boolean read(boolean areHours, long from, long to, Groups groups) {
      if (from >= to) {
        return false;
      }
      boolean[] over = {false};
      store.sums(
          areHours,
          from,
          to,
          (at, combination, reports) -> {
            over[0] = deadline.isOver();
            groups.look(reports, at * unit, (at + 1) * unit);
            List<String> found = keys(combination);
            if (lacks(found)) {
              groups.lacking(reports);
            } else {
              groups.add(new Groups.Cell(start(at), found), reports);
            }
            return !over[0];
          });
      return over[0];
    }

    boolean lacks(List<String> found) {
      return found.size() < paths.size();
    }

    List<String> keys(long combination) {
      return keys.computeIfAbsent(combination, id -> store.values(id, paths));
    }

    long start(long at) {
      return starts.computeIfAbsent(at, number -> startOf(question, number * unit));
    }
  }

  private static long startOf(UsageQuestion question, long millis) {
    return question
        .interval()
        .map(interval -> interval.start(Instant.ofEpochMilli(millis)).toEpochMilli())
        .orElse(0L);
  }

  private UsageTable fromReports(UsageQuestion question, Deadline deadline) {
    FieldReader fields = new FieldReader(question.groupBy());
    Groups groups = new Groups();
    HostSets hosts = new HostSets(0);
    long from = question.from().map(UsageStore::firstId).orElse(0L);
    long to = question.to().map(UsageStore::firstId).orElse(Long.MAX_VALUE);
    int most = Math.min(MOST_REPORTS, question.limit().orElse(MOST_REPORTS));
    int read = 0;
    Optional<Cut> cut = Optional.empty();
    boolean isEnd = false;
    while (!isEnd && cut.isEmpty() && read < most) {
      List<Kept> page = store.page(from, to, Math.min(PAGE, most - read), true);
      for (Kept kept : page) {
        take(question, fields, groups, hosts, kept);
        to = kept.id();
      }
      read += page.size();
      isEnd = page.isEmpty();
      if (!isEnd && deadline.isOver()) {
        cut = Optional.of(Cut.TIME);
      }
    }
    boolean isShort = question.limit().isEmpty() || question.limit().getAsInt() > most;
    if (cut.isEmpty() && read == most && isShort) {
      cut = Optional.of(Cut.REPORTS);
    }
    return groups.table(
        question.interval().isPresent(),
        question.distinctHosts() ? Optional.of(hosts) : Optional.empty(),
        cut,
        Source.REPORTS);
  }

  private static void take(
      UsageQuestion question, FieldReader fields, Groups groups, HostSets hosts, Kept kept) {
    long millis = kept.time().toEpochMilli();
    groups.look(1, millis, millis + 1);
    Optional<List<String>> keys;
    try {
      keys = fields.read(kept.body());
    } catch (IOException e) {
      keys = Optional.empty();
    }
    if (keys.isEmpty()) {
      groups.lacking(1);
      return;
    }
    Groups.Cell cell = groups.add(new Groups.Cell(startOf(question, millis), keys.get()), 1);
    if (question.distinctHosts() && kept.host().isPresent()) {
      hosts.add(cell, kept.host().getAsLong());
    }
  }
}
