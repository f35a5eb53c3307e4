package dev.blazon.api.page;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.Series;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The largest parts of a project's downloads.
 *
 * @param rows the largest, in descending order; those that belong to no name are among them
 * @param parts how many there are in all
 * @param total the downloads of all of them
 * @param isKnown false: the source of the counts does not tell, or there is no answer now
 */
record ShareTable(Breakdown by, List<Row> rows, int parts, long total, boolean isKnown) {

  /** More are in the CSV file. */
  static final int MOST_ROWS = 40;

  /**
   * A part.
   *
   * @param name as it was counted; empty: downloads that belong to no name
   */
  record Row(String name, long downloads) {}

  /** Keeps little of an answer that may have thousands of versions. */
  static ShareTable of(Breakdown by, CountAnswer<Series> answer) {
    if (!(answer instanceof CountAnswer.Counted<Series> counted)) {
      return new ShareTable(by, List.of(), 0, 0, answer instanceof CountAnswer.NoDownloads<Series>);
    }
    Series series = counted.value();
    List<Row> all =
        IntStream.range(0, series.lines().size())
            .mapToObj(line -> new Row(series.lines().get(line), series.total(line)))
            .filter(row -> row.downloads() > 0)
            .sorted(Comparator.comparingLong(Row::downloads).reversed().thenComparing(Row::name))
            .toList();
    return new ShareTable(
        by,
        List.copyOf(all.subList(0, Math.min(all.size(), MOST_ROWS))),
        all.size(),
        all.stream().mapToLong(Row::downloads).sum(),
        true);
  }

  /** The downloads of all parts but the first. */
  long rest(int shown) {
    return total - rows.stream().limit(shown).mapToLong(Row::downloads).sum();
  }
}
