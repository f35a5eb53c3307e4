package dev.blazon.bench.usage;

import dev.blazon.service.Settings;
import dev.blazon.stats.usage.UsageConfig;
import dev.blazon.stats.usage.UsageService;
import dev.blazon.usage.ReportReceipt;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stores made-up reports as if they had come in the last 29 days, evenly. It calls the service in
 * this process, since the service takes the time of a report from its own clock.
 */
final class FillProgram {

  static final long SEED = 14;

  /** A day less than the reports are kept for. */
  private static final Duration STRETCH = Duration.ofDays(29);

  private static final int BATCH = 100;
  private static final int BATCHES_UNDER_WAY = 16;
  private static final long PATIENCE_SECONDS = 120;

  /** A clock that stands where it was put. */
  private static final class SetClock extends Clock {
    private volatile Instant now = Instant.now();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private FillProgram() {}

  /** Arguments: the folder of the database, and how many reports. */
  public static void main(String[] arguments) throws TimeoutException {
    fill(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    System.exit(0);
  }

  /** Stores so many reports, a multiple of 100. */
  static void fill(Path folder, int reports) throws TimeoutException {
    Vertx vertx = Vertx.vertx();
    SetClock clock = new SetClock();
    Instant begin = clock.now.minus(STRETCH);
    Map<String, String> settings =
        Map.of("BLAZON_USAGE", "on", "BLAZON_USAGE_DATABASE", "sqlite:" + folder);
    UsageService service =
        UsageService.create(
            vertx, UsageConfig.read(new Settings(settings)), clock, new SimpleMeterRegistry());
    SyntheticReports synthetic = new SyntheticReports(SEED);
    List<Future<ReportReceipt>> underWay = new ArrayList<>();
    for (int stored = 0; stored < reports; stored += BATCH) {
      clock.now = begin.plusMillis(STRETCH.toMillis() * stored / reports);
      underWay.add(service.report(Buffer.buffer(synthetic.batch(BATCH))));
      if (underWay.size() == BATCHES_UNDER_WAY || stored + BATCH >= reports) {
        await(underWay);
      }
    }
    service.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    vertx.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void await(List<Future<ReportReceipt>> underWay) throws TimeoutException {
    for (Future<ReportReceipt> batch : underWay) {
      ReportReceipt receipt = batch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (receipt.accepted() != BATCH) {
        throw new IllegalStateException("not all of " + BATCH + " were taken: " + receipt);
      }
    }
    underWay.clear();
  }
}
