package dev.blazon.stats.store;

import dev.blazon.count.Month;
import java.sql.SQLException;

/**
 * Puts rows of months that are over into their closed form, in ascending order of their keys. Each
 * step is a transaction, which also notes how far it came: whatever ends the process, the next one
 * goes on from there.
 */
final class Closing {

  /** How an engine rewrites rows. */
  interface Rewrite {
    /**
     * Closes rows of one month from a key on.
     *
     * @param end the first key of the next month
     * @return the key before which all are closed now
     */
    long closeFrom(Session writer, MonthForms forms, long from, long end) throws SQLException;
  }

  /**
   * Does the next step.
   *
   * @param before the first month that stays open
   * @return false if nothing is left
   */
  static boolean step(Session writer, Month before, Rewrite rewrite) throws SQLException {
    MonthForms forms = MonthForms.read(writer);
    long end = Keys.first(before);
    if (forms.closedBefore() >= end) {
      return false;
    }
    long first = end;
    for (PackedTable table : PackedTable.values()) {
      first = table.firstKey(writer, forms.closedBefore(), first);
    }
    long closedBefore =
        first == end
            ? end
            : rewrite.closeFrom(writer, forms, first, Keys.first(Keys.month(first).next()));
    MonthForms.putClosedBefore(writer, closedBefore);
    return closedBefore < end;
  }

  private Closing() {}
}
