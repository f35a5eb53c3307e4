package dev.blazon.stats.command;

import dev.blazon.stats.download.ImportProgress;

/** Shows how far a command is, and ends it when the user wishes so. For one thread. */
interface Watch extends ImportProgress, AutoCloseable {

  /**
   * Begins a part of the work.
   *
   * @param name such as {@code reading}
   * @param unit what is counted, such as {@code projects}
   * @param most how many there are; 0 if nobody knows
   */
  void begin(String name, String unit, long most);

  /** So many more were done. */
  void step(long more);

  @Override
  default void bytesRead(long more) {
    step(more);
  }

  @Override
  default void rowsRead(long more) {
    step(more);
  }

  /** Ends the present part. */
  void end();

  @Override
  default void close() {
    end();
  }
}
