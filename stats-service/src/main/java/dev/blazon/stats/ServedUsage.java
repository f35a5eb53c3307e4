package dev.blazon.stats;

import dev.blazon.stats.usage.UsageService;
import dev.blazon.stats.web.UsageAnswering;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageTable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Usage reports behind the port of this process. */
record ServedUsage(UsageService service) implements UsageAnswering {

  @Override
  public Future<ReportReceipt> report(Buffer body) {
    return service.report(body);
  }

  @Override
  public Future<UsageTable> count(UsageQuestion question, Duration within) {
    return service.count(question, within);
  }

  @Override
  public Future<Lines> reports(Optional<Instant> from, Optional<Instant> to) {
    return service.reports(from, to).map(stream -> new Lines(stream, stream::close));
  }
}
