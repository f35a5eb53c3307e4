package dev.blazon.usage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to a {@link UsageQuestion}.
 *
 * @param rows by time, then the largest first; at most {@link #MOST_ROWS}
 * @param records how many reports were looked at, those without a field included
 * @param errors how many of them lack a field by which they are grouped, and so are in no row; a
 *     list or an object is no value, either
 * @param groups how many different groups there are, also when {@code rows} was cut
 * @param first the beginning of the time that has the reports that were looked at; empty if there
 *     are none
 * @param last the end of that time, which does not belong to it
 * @param cut why not all was counted; empty if all was
 * @param source where the numbers are from
 * @param hostsError the largest relative standard error of the numbers of hosts, as in 0.01; 0:
 *     they are exact
 */
public record UsageTable(
    List<Row> rows,
    long records,
    long errors,
    long groups,
    Optional<Instant> first,
    Optional<Instant> last,
    Optional<Cut> cut,
    Source source,
    double hostsError) {

  /** More than a page or a spreadsheet shows. */
  public static final int MOST_ROWS = 50_000;

  /** The value of reports whose field has more different values than are kept apart. */
  public static final String OTHER = "(other)";

  /**
   * A group in a stretch of time.
   *
   * @param time the beginning of the stretch; empty if the question has no interval
   * @param keys a value for each field of the question, in its order; numbers and truth values as
   *     JSON writes them, {@code null} as such
   * @param hosts how many hosts sent the reports; empty if the question does not ask
   */
  public record Row(Optional<Instant> time, List<String> keys, long reports, OptionalLong hosts) {
    public Row {
      keys = List.copyOf(keys);
    }
  }

  /** Why not all that was asked for was counted. */
  public enum Cut {
    /** The time was over: the newest reports were counted. */
    TIME,
    /** There are more reports than one answer reads: the newest were counted. */
    REPORTS,
    /** There are more groups than a table has: the smallest are left out. */
    ROWS
  }

  /** Where numbers are from. */
  public enum Source {
    /** Hourly sums, which are kept for ever. */
    ROLLUPS,
    /** The reports themselves, which are kept for some days. */
    REPORTS
  }

  public UsageTable {
    rows = List.copyOf(rows);
  }
}
