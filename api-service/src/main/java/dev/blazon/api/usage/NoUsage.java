package dev.blazon.api.usage;

import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageTable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** No reports: the operator has not switched them on. Thread-safe. */
public final class NoUsage implements Usage {

  @Override
  public boolean isOn() {
    return false;
  }

  @Override
  public Future<ReportReceipt> report(Buffer body, Duration within) {
    return off();
  }

  @Override
  public Future<UsageTable> count(UsageQuestion question, Duration within) {
    return off();
  }

  @Override
  public Future<Reports> reports(Optional<Instant> from, Optional<Instant> to, Duration within) {
    return off();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  private static <T> Future<T> off() {
    return Future.failedFuture(
        UsageRefusal.of(
                UsageRefusal.Reason.OFF,
                "this service takes no usage reports: its operator has not set BLAZON_USAGE=on")
            .asException());
  }
}
