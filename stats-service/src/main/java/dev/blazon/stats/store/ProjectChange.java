package dev.blazon.stats.store;

import java.util.Optional;

/**
 * The changes of one project in a {@link MonthMerge}; used again and again. What was not set stays
 * as it is; an empty array removes the row.
 */
public final class ProjectChange {

  private byte[] summary = {};
  private Optional<byte[]> month = Optional.empty();
  private Optional<byte[]> versions = Optional.empty();
  private Optional<byte[]> breakdown = Optional.empty();

  /** Begins the changes of a project, which always has a new summary. */
  public void begin(byte[] newSummary) {
    summary = newSummary;
    month = Optional.empty();
    versions = Optional.empty();
    breakdown = Optional.empty();
  }

  public void month(byte[] days) {
    month = Optional.of(days);
  }

  public void versions(byte[] list) {
    versions = Optional.of(list);
  }

  public void breakdown(byte[] days) {
    breakdown = Optional.of(days);
  }

  byte[] summary() {
    return summary;
  }

  Optional<byte[]> month() {
    return month;
  }

  Optional<byte[]> versions() {
    return versions;
  }

  Optional<byte[]> breakdown() {
    return breakdown;
  }
}
