package dev.blazon.service.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.LongAdder;

/** Counts the lines of the error log, for metrics and alerts. */
final class ErrorCount extends AppenderBase<ILoggingEvent> {

  private static final LongAdder LINES = new LongAdder();

  private ErrorCount() {}

  static Appender<ILoggingEvent> appender(LoggerContext context) {
    ErrorCount count = new ErrorCount();
    count.setContext(context);
    count.start();
    return count;
  }

  /** How many lines were logged since the process started. */
  static long lines() {
    return LINES.sum();
  }

  @Override
  protected void append(ILoggingEvent event) {
    LINES.increment();
  }
}
