package dev.blazon.usage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question about reports: how many there are for each value of some fields.
 *
 * @param groupBy the fields, at most {@link #MOST_PATHS}, all different; none: all reports are one
 *     group
 * @param limit only so many of the newest reports are counted, from 1 to {@link #MOST_REPORTS};
 *     empty: all
 * @param from only reports since then; empty: since the first
 * @param to only reports before then; empty: until now
 * @param interval the reports of each such stretch are counted apart; empty: all together
 * @param distinctHosts whether the hosts that reported are counted too, each once a group and
 *     stretch. The service counts them only if its operator asks for hashed identities
 */
public record UsageQuestion(
    List<FieldPath> groupBy,
    OptionalInt limit,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<UsageInterval> interval,
    boolean distinctHosts) {

  /** More fields make tables that nobody reads. */
  public static final int MOST_PATHS = 4;

  /** More than any answer has the time to read. */
  public static final int MOST_REPORTS = 10_000_000;

  public UsageQuestion {
    groupBy = List.copyOf(groupBy);
    if (groupBy.size() > MOST_PATHS) {
      throw new IllegalArgumentException("more than " + MOST_PATHS + " fields");
    }
    if (groupBy.stream().distinct().count() < groupBy.size()) {
      throw new IllegalArgumentException("a field twice");
    }
    if (limit.isPresent() && (limit.getAsInt() < 1 || limit.getAsInt() > MOST_REPORTS)) {
      throw new IllegalArgumentException("a limit outside of 1 to " + MOST_REPORTS);
    }
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new IllegalArgumentException("from is not before to");
    }
  }

  /** All reports by some fields. */
  public static UsageQuestion by(FieldPath... groupBy) {
    return new UsageQuestion(
        List.of(groupBy),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
