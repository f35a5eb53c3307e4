package dev.blazon.service.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.LongAdder;

/** Counts the lines of a log, so that someone hears of them. */
final class ErrorCount extends AppenderBase<ILoggingEvent> {

  private static final LongAdder LINES = new LongAdder();

  private ErrorCount() {}

  static Appender<ILoggingEvent> appender(LoggerContext context) {
    ErrorCount count = new ErrorCount();
    count.setContext(context);
    count.start();
    return count;
  }

  /** Since the process began. */
  static long lines() {
    return LINES.sum();
  }

  @Override
  protected void append(ILoggingEvent event) {
    LINES.increment();
  }
}
