package dev.blazon.bench.stats;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * Reads numbers of badges at random, then series of the largest project, and prints p50 and p99 of
 * both in nanoseconds. Arguments: the store, how many projects there are, how many numbers are
 * read.
 */
final class ReadProgram {

  private static final int WARM_UP = 50_000;
  private static final int SERIES = 500;
  private static final int SERIES_DAYS = 180;
  private static final long SEED = 7;

  public static void main(String[] arguments) {
    SyntheticPypi pypi = new SyntheticPypi(Integer.parseInt(arguments[1]));
    int reads = Integer.parseInt(arguments[2]);
    ProjectName[] names = new ProjectName[Math.min(pypi.projects(), 1 << 16)];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < names.length; i++) {
      names[i] = ProjectName.parse(pypi.name(random.nextInt(pypi.projects()))).orElseThrow();
    }
    try (Store store = Store.open(StoreLocation.parse(arguments[0]))) {
      DownloadQueries queries = new DownloadQueries(store);
      numbers(queries, names, WARM_UP);
      print(numbers(queries, names, reads));
      ProjectName largest = ProjectName.parse(pypi.name(pypi.largest())).orElseThrow();
      Day last = store.ledger().newestWholeDay().orElseThrow();
      SeriesQuery series =
          new SeriesQuery(
              new DayRange(last.minus(SERIES_DAYS - 1), last),
              new Split.Versions(List.of()),
              Interval.DAY,
              Measure.ALL);
      series(queries, largest, series);
      print(series(queries, largest, series));
    }
  }

  private static Histogram numbers(DownloadQueries queries, ProjectName[] names, int reads) {
    Histogram histogram = new Histogram(3);
    long found = 0;
    for (int i = 0; i < reads; i++) {
      long start = System.nanoTime();
      found +=
          queries.total(names[i % names.length], Window.MONTH, Measure.ALL).isPresent() ? 1 : 0;
      histogram.recordValue(System.nanoTime() - start);
    }
    if (found == 0) {
      throw new IllegalStateException("no project was found");
    }
    return histogram;
  }

  private static Histogram series(DownloadQueries queries, ProjectName name, SeriesQuery query) {
    Histogram histogram = new Histogram(3);
    for (int i = 0; i < SERIES; i++) {
      long start = System.nanoTime();
      if (queries.series(name, query).isEmpty()) {
        throw new IllegalStateException("the largest project has no series");
      }
      histogram.recordValue(System.nanoTime() - start);
    }
    return histogram;
  }

  private static void print(Histogram histogram) {
    System.out.println(
        histogram.getValueAtPercentile(50) + " " + histogram.getValueAtPercentile(99));
  }

  private ReadProgram() {}
}
