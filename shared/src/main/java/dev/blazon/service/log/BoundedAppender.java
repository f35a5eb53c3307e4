package dev.blazon.service.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes log lines on its own thread, so that a slow disk or pipe cannot block an event loop. Lines
 * that do not fit into its queue are dropped and counted. Thread-safe.
 */
final class BoundedAppender extends AsyncAppenderBase<ILoggingEvent> {

  /** The queue's length in lines: some tenths of a second at full load, in about 2 MB. */
  static final int QUEUE = 8_192;

  /** Free places at which dropping begins: all event loops may check the queue at the same time. */
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

  /** How many lines were dropped since the process started. */
  static long dropped() {
    return DROPPED.sum();
  }

  /** Called only when the queue is almost full. */
  @Override
  protected boolean isDiscardable(ILoggingEvent event) {
    DROPPED.increment();
    return true;
  }
}
