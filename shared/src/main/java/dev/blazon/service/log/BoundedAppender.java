package dev.blazon.service.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes on a thread of its own, so that no disk and no reader of a pipe can hold up an event loop.
 * What does not fit into its queue is dropped, and counted. Thread-safe.
 */
final class BoundedAppender extends AsyncAppenderBase<ILoggingEvent> {

  /** Some tenths of a second at full load, in about 2 MB. */
  static final int QUEUE = 8_192;

  /** Room for all event loops that look at the queue at the same time. */
  private static final int RESERVE = 64;

  private static final LongAdder DROPPED = new LongAdder();

  private BoundedAppender() {}

  static BoundedAppender before(LoggerContext context, Appender<ILoggingEvent> slow) {
    BoundedAppender appender = new BoundedAppender();
    appender.setContext(context);
    appender.setQueueSize(QUEUE);
    appender.setDiscardingThreshold(RESERVE);
    appender.setNeverBlock(true);
    appender.addAppender(slow);
    appender.start();
    return appender;
  }

  /** How many lines were dropped since the process began. */
  static long dropped() {
    return DROPPED.sum();
  }

  /** Asked only when the queue is as good as full. */
  @Override
  protected boolean isDiscardable(ILoggingEvent event) {
    DROPPED.increment();
    return true;
  }
}
