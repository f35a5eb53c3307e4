package dev.blazon.stats.demand;

/** What became of a fetch when the reader had to be answered. */
public enum Arrival {
  /** The history is there. */
  COMPLETE,
  /** It is still being fetched, and will be there later. */
  UNDER_WAY,
  /** It is not fetched, as too many others wait. */
  REFUSED,
  /** It could not be fetched, or the source pauses after failures. */
  FAILED
}
