package dev.blazon.api.page;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import java.util.ArrayList;
import java.util.List;

/** Days as ranges without gaps, so that many are read at a glance. */
final class DayRuns {

  private DayRuns() {}

  /**
   * @param days in ascending order, each once
   */
  static List<DayRange> of(List<Day> days) {
    List<DayRange> runs = new ArrayList<>();
    for (Day day : days) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).last().plus(1).equals(day)) {
        runs.set(last, new DayRange(runs.get(last).first(), day));
      } else {
        runs.add(DayRange.of(day));
      }
    }
    return runs;
  }
}
