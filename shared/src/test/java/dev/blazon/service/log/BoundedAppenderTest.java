package dev.blazon.service.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedAppenderTest {

  private static final int LINES = 3 * BoundedAppender.QUEUE;

  @Test
  void a_stuck_disk_does_not_block_logging_and_every_dropped_line_is_counted() throws Exception {
    LoggerContext context = new LoggerContext();
    CountDownLatch stuck = new CountDownLatch(1);
    AtomicInteger written = new AtomicInteger();
    AppenderBase<ILoggingEvent> disk =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            try {
              assertTrue(stuck.await(30, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            written.incrementAndGet();
          }
        };
    disk.setContext(context);
    disk.start();
    BoundedAppender appender = BoundedAppender.before(context, disk);
    Logger log = context.getLogger("access");
    log.addAppender(appender);
    long droppedBefore = BoundedAppender.dropped();

    for (int i = 0; i < LINES; i++) {
      log.info("a request"); // Returns although nothing can be written.
    }
    stuck.countDown();

    long dropped = BoundedAppender.dropped() - droppedBefore;
    assertTrue(dropped > 0);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (written.get() + dropped < LINES && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertEquals(LINES, written.get() + dropped);
    appender.stop();
  }
}
