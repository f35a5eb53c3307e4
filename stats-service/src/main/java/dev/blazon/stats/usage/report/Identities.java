package dev.blazon.stats.usage.report;

/** What becomes of the names of hosts and users, and of UUIDs, in a report. */
public enum Identities {
  /** They are not kept. */
  DROPPED,
  /** They are kept as keyed hashes, so that different ones can be counted. */
  HASHED
}
