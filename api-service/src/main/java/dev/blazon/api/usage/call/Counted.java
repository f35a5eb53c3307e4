package dev.blazon.api.usage.call;

import dev.blazon.usage.FieldPath;
import dev.blazon.usage.UsageInterval;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.UsageTable.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A question with its table. */
public record Counted(UsageQuestion question, UsageTable table) {

  /** What a row counts: hosts if the question asks for them, else reports. */
  public long number(Row row) {
    return question.distinctHosts() ? row.hosts().orElse(0) : row.reports();
  }

  /** The fields by which it is grouped, as in the URL. */
  public List<String> paths() {
    return question.groupBy().stream().map(FieldPath::toString).toList();
  }

  /** The beginning of a row's stretch of time: a day, or with hours, a time. */
  public Optional<String> start(Row row) {
    return row.time().map(this::start);
  }

  private String start(Instant time) {
    return question.interval().filter(UsageInterval.HOUR::equals).isPresent()
        ? time.toString()
        : time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** What is counted, in one word. */
  public String what() {
    return question.distinctHosts() ? "hosts" : "reports";
  }
}
