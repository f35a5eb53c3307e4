package dev.blazon.stats.schedule;

import dev.blazon.stats.source.SourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once when a source begins to fail at imports, and once when it gives days again. */
final class SourceLog {

  private static final Logger LOG = LoggerFactory.getLogger(SourceLog.class);

  private boolean isFailing;

  /** A day that is not there yet is no failure. */
  void failed(SourceException problem) {
    if (!isFailing && problem.kind() != SourceException.Kind.NO_SUCH_DAY) {
      isFailing = true;
      LOG.warn("no day could be imported, it is tried again: {}", problem.getMessage());
    }
  }

  void succeeded() {
    if (isFailing) {
      isFailing = false;
      LOG.info("days are imported again");
    }
  }
}
