package dev.blazon.stats.source.clickhouse;

import dev.blazon.count.Day;

/**
 * A project on a day.
 *
 * @param project its normalised name
 */
record ProjectDay(String project, Day day) {

  @Override
  public String toString() {
    return project + " on " + day;
  }
}
