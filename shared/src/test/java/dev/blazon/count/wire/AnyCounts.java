package dev.blazon.count.wire;

import dev.blazon.count.Basis;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.CountingRule;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.DayState;
import dev.blazon.count.Dimension;
import dev.blazon.count.Filter;
import dev.blazon.count.Interval;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Rank;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Scope;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;

/** Any question and any value of download counts that may be on the wire. */
final class AnyCounts {

  private AnyCounts() {}

  static Arbitrary<Question> questions() {
    return Arbitraries.oneOf(
        Combinators.combine(projects(), windows(), measures(), filters())
            .as(TotalQuery::new)
            .map(Question.OfTotal::new),
        Combinators.combine(
                projects(), ranges(), splits(), Arbitraries.of(Interval.values()), measures())
            .as(
                (project, days, split, interval, measure) ->
                    new Question.OfSeries(
                        project, new SeriesQuery(days, split, interval, measure))),
        Combinators.combine(projects(), windows(), measures()).as(Question.OfRank::new),
        Combinators.combine(
                Arbitraries.of(RankingList.values()),
                measures(),
                Arbitraries.integers().between(1, StatsExchange.MOST_PLACES))
            .as(Question.OfTop::new),
        Arbitraries.just(new Question.OfLedger()));
  }

  private static Arbitrary<ProjectName> projects() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .numeric()
        .ofMinLength(1)
        .ofMaxLength(80)
        .map(name -> ProjectName.parse(name).orElseThrow());
  }

  private static Arbitrary<Window> windows() {
    return Arbitraries.of(Window.values());
  }

  static Arbitrary<Measure> measures() {
    return Arbitraries.of(Measure.values());
  }

  private static Arbitrary<Filter> filters() {
    return Arbitraries.oneOf(
        Arbitraries.just(Filter.NONE),
        globs().ofMinSize(1).ofMaxSize(9).map(Filter.Versions::new),
        Combinators.combine(Arbitraries.of(Dimension.values()), texts()).as(Filter.Category::new));
  }

  private static Arbitrary<Split> splits() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Split.Nothing()),
        globs().ofMaxSize(9).map(Split.Versions::new),
        Arbitraries.of(Dimension.values()).map(Split.Categories::new));
  }

  private static ListArbitrary<String> globs() {
    return texts().list();
  }

  private static Arbitrary<Day> days() {
    return Arbitraries.integers().between(0, Day.of(9999, 12, 31).epochDay()).map(Day::new);
  }

  static Arbitrary<DayRange> ranges() {
    return Combinators.combine(days(), days())
        .as((a, b) -> a.isAfter(b) ? new DayRange(b, a) : new DayRange(a, b));
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.longs().between(0, Long.MAX_VALUE);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().all().ofMaxLength(50).map(AnyCounts::wellFormed);
  }

  /** The text with a question mark for each half of a pair, which UTF-8 does not have. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static Arbitrary<Basis> bases() {
    return Combinators.combine(
            ranges(),
            Arbitraries.integers().between(0, 10_000),
            texts().list().ofMaxSize(5),
            measures(),
            Arbitraries.of(true, false))
        .as(Basis::new);
  }

  static Arbitrary<Total> totals() {
    return Combinators.combine(counts(), bases()).as(Total::new);
  }

  static Arbitrary<Rank> ranks() {
    return Combinators.combine(
            Arbitraries.integers().between(1, Integer.MAX_VALUE),
            Arbitraries.integers().between(0, Integer.MAX_VALUE),
            bases())
        .as(Rank::new);
  }

  static Arbitrary<List<RankedProject>> tops() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 1_000), texts(), counts(), counts())
        .as(RankedProject::new)
        .list()
        .ofMaxSize(20);
  }

  static Arbitrary<Series> series() {
    Arbitrary<Long> sparse =
        Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(0L)), Tuple.of(1, counts()));
    return Combinators.combine(
            days().set().ofMaxSize(30),
            texts().list().ofMaxSize(8),
            sparse.array(long[].class).ofSize(8 * 30),
            bases())
        .as(
            (days, lines, numbers, basis) -> {
              List<Day> starts = days.stream().sorted().toList();
              long[][] downloads = new long[lines.size()][starts.size()];
              for (int i = 0; i < lines.size(); i++) {
                System.arraycopy(numbers, i * 30, downloads[i], 0, starts.size());
              }
              int[] known = starts.stream().mapToInt(Day::epochDay).toArray();
              return new Series(starts, known, lines, downloads, basis);
            });
  }

  static Arbitrary<Ledger> ledgers() {
    return Combinators.combine(
            entries().list().ofMaxSize(10),
            Combinators.combine(days(), texts()).as(CountingBreak::new).list().ofMaxSize(3))
        .as(Ledger::new);
  }

  private static Arbitrary<LedgerEntry> entries() {
    Arbitrary<Counts> sums =
        Combinators.combine(counts(), counts())
            .as((a, b) -> new Counts(Math.max(a, b), Math.min(a, b)));
    Arbitrary<Instant> times =
        Combinators.combine(
                Arbitraries.longs().between(0, 99_999_999_999L),
                Arbitraries.integers().between(0, 999_999_999))
            .as(Instant::ofEpochSecond);
    return Combinators.combine(
            Combinators.combine(days(), texts(), Arbitraries.of(Scope.values())).as(Head::new),
            Arbitraries.of(CountingRule.values()),
            Arbitraries.of(DayState.values()),
            counts(),
            sums,
            Arbitraries.subsetOf(Measure.values()),
            Arbitraries.subsetOf(Dimension.values()),
            times)
        .as(
            (head, rule, state, number, sum, measures, dimensions, time) ->
                new LedgerEntry(
                    head.day,
                    head.source,
                    head.scope,
                    rule,
                    state,
                    number,
                    sum,
                    number / 2,
                    measures,
                    dimensions,
                    time));
  }

  private record Head(Day day, String source, Scope scope) {}
}
