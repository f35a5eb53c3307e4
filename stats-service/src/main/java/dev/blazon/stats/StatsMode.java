package dev.blazon.stats;

/** How counts come into the store. */
public enum StatsMode {
  /** A project's history is fetched when it is first asked for, and then kept up to date. */
  ON_DEMAND,
  /** Each day is imported when it is over: all projects, or listed ones. */
  DAILY,
  /** Nothing is counted. */
  OFF
}
