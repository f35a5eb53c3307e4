package dev.blazon.api.usage;

import dev.blazon.stats.usage.UsageService;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageTable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The reports that are kept within this process. Thread-safe. */
public final class InProcessUsage implements Usage {

  private final UsageService service;

  public InProcessUsage(UsageService service) {
    this.service = service;
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Future<ReportReceipt> report(Buffer body, Duration within) {
    return service.report(body);
  }

  @Override
  public Future<UsageTable> count(UsageQuestion question, Duration within) {
    return service.count(question, within);
  }

  @Override
  public Future<Reports> reports(Optional<Instant> from, Optional<Instant> to, Duration within) {
    return service.reports(from, to).map(Stream::new);
  }

  @Override
  public Future<Void> close() {
    return service.close();
  }

  private record Stream(UsageService.ReportStream from) implements Reports {

    @Override
    public void close() {
      from.close();
    }

    @Override
    public Stream exceptionHandler(Handler<Throwable> handler) {
      from.exceptionHandler(handler);
      return this;
    }

    @Override
    public Stream handler(Handler<Buffer> handler) {
      from.handler(handler);
      return this;
    }

    @Override
    public Stream pause() {
      from.pause();
      return this;
    }

    @Override
    public Stream resume() {
      from.resume();
      return this;
    }

    @Override
    public Stream fetch(long amount) {
      from.fetch(amount);
      return this;
    }

    @Override
    public Stream endHandler(Handler<Void> handler) {
      from.endHandler(handler);
      return this;
    }
  }
}
