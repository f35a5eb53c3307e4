package dev.blazon.service.process;

import dev.blazon.service.DaemonThreads;
import dev.blazon.service.Readiness;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports event loops that stand still: to the log, to readiness and to metrics; and ends the
 * process if one stands still for too long. Lines are logged on a thread of their own, because a
 * blocked log may be the very reason why the loops stand still.
 */
final class StallReports implements Watchdog.StallHandler, AutoCloseable {

  /** The exit status of a process that was ended; {@code EX_SOFTWARE} in sysexits.h. */
  static final int EXIT_STATUS = 70;

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  /** Lines that may wait; more are dropped. */
  private static final int WAITING_LINES = 64;

  private static final long LAST_LINES_WITHIN_SECONDS = 2;

  private final Readiness readiness;
  private final Counter stalls;
  private final ProcessEnd end;
  private final Set<WatchedLoop> stalled = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor log =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_LINES),
          DaemonThreads.named("watchdog-log"),
          new ThreadPoolExecutor.DiscardPolicy());

  /**
   * Creates reports and registers their metrics.
   *
   * @param end ends the process
   */
  StallReports(Readiness readiness, MeterRegistry registry, ProcessEnd end) {
    this.readiness = readiness;
    this.end = end;
    this.stalls =
        Counter.builder("blazon.event.loop.stalls")
            .description("how often an event loop stood still for longer than BLAZON_STALL_UNREADY")
            .register(registry);
    Gauge.builder("blazon.event.loops.stalled", stalled, Set::size)
        .strongReference(true)
        .description("event loops that stand still now")
        .register(registry);
  }

  @Override
  public void stalled(WatchedLoop loop, Duration since) {
    stalls.increment();
    stalled.add(loop);
    updateReadiness();
    String stack = StackText.of(loop.stack());
    log.execute(
        () ->
            LOG.warn(
                "{} has stood still for {}, so this service is unready; its stack:{}",
                loop.name(),
                seconds(since),
                stack));
  }

  @Override
  public void resumed(WatchedLoop loop, Duration stood) {
    stalled.remove(loop);
    updateReadiness();
    log.execute(
        () -> LOG.info("{} moves again; it stood still for {}", loop.name(), seconds(stood)));
  }

  private void updateReadiness() {
    readiness.stalled(stalled.stream().findFirst().map(loop -> loop.name() + " stands still"));
  }

  @Override
  public void tooLong(WatchedLoop loop, Duration since) {
    log.execute(
        () -> {
          LOG.error(
              "{} has stood still for {}: this process ends with status {}; its threads:{}",
              loop.name(),
              seconds(since),
              EXIT_STATUS,
              StackText.ofAllThreads());
          end.closeLogs().run();
        });
    close();
    try {
      log.awaitTermination(LAST_LINES_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end.exit().accept(EXIT_STATUS);
    }
  }

  private static String seconds(Duration duration) {
    return Math.round(duration.toMillis() / 100.0) / 10.0 + " s";
  }

  /** Logs what is waiting, and nothing more. */
  @Override
  public void close() {
    log.shutdown();
  }
}
