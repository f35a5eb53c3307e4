package dev.blazon.count;

import java.util.List;

/**
 * The downloads of a project in a window, and how they went in the weeks before.
 *
 * @param total the downloads in the window
 * @param weeks the downloads of weeks of seven known days, from the oldest to the newest; all are
 *     counted in the same way. Empty: not known
 */
public record WeeklyCourse(Total total, List<Long> weeks) {

  public WeeklyCourse {
    weeks = List.copyOf(weeks);
  }
}
