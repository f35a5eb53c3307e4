package dev.blazon.usage.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blazon.count.wire.InvalidAnswerException;
import dev.blazon.count.wire.InvalidQuestionException;
import dev.blazon.usage.FieldPath;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageInterval;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageRefusal.Reason;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.UsageTable.Cut;
import dev.blazon.usage.UsageTable.Row;
import dev.blazon.usage.UsageTable.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageWireTest {

  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void a_question_is_read_as_it_was_written() throws Exception {
    UsageQuestion question =
        new UsageQuestion(
            List.of(
                FieldPath.parse("python$version_info$0").orElseThrow(),
                FieldPath.parse("a b&=\u00e4").orElseThrow()),
            OptionalInt.of(7),
            Optional.of(JUNE),
            Optional.of(JUNE.plusSeconds(1)),
            Optional.of(UsageInterval.WEEK),
            true);
    String url = UsageUrl.count(question);
    assertEquals(question, UsageUrl.readCount(url.substring(url.indexOf('?') + 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "by=",
        "by=a$$b",
        "by=a&by=a",
        "limit=0",
        "limit=x",
        "from=june",
        "interval=year",
        "hosts=yes",
        "sql=1",
        "by=a&by=b&by=c&by=d&by=e",
        "from=2026-06-01T00:00:00Z&to=2026-06-01T00:00:00Z"
      })
  void a_question_that_would_be_another_is_refused(String query) {
    assertThrows(InvalidQuestionException.class, () -> UsageUrl.readCount(query));
  }

  @Test
  void a_table_is_read_as_it_was_written() throws Exception {
    UsageTable table =
        new UsageTable(
            List.of(
                new Row(Optional.of(JUNE), List.of("3.12", "Linux"), 9, OptionalLong.of(2)),
                new Row(Optional.empty(), List.of(), 1, OptionalLong.empty())),
            11,
            1,
            2,
            Optional.of(JUNE),
            Optional.of(JUNE.plusSeconds(60)),
            Optional.of(Cut.TIME),
            Source.REPORTS,
            0.0125);
    assertEquals(table, TableForm.read(TableForm.write(table)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"rows\":[[1]]}", "{\"source\":\"tape\"}"})
  void other_bytes_are_no_table(String bytes) {
    assertThrows(
        InvalidAnswerException.class, () -> TableForm.read(bytes.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void receipts_and_refusals_are_read_as_they_were_written() throws Exception {
    ReportReceipt receipt = new ReportReceipt(3, 2, 1);
    assertEquals(receipt, ReceiptForm.read(ReceiptForm.write(receipt)));
    for (Reason reason : Reason.values()) {
      UsageRefusal refusal = new UsageRefusal(reason, "why", Duration.ofSeconds(2));
      assertEquals(refusal, RefusalForm.read(RefusalForm.write(refusal)));
    }
  }

  @Test
  void weeks_begin_on_monday_in_utc() {
    Instant sunday = Instant.parse("2026-06-07T23:59:59Z");
    assertEquals(JUNE, UsageInterval.WEEK.start(sunday));
    assertEquals(Instant.parse("2026-06-08T00:00:00Z"), UsageInterval.WEEK.next(JUNE));
    assertEquals(Instant.parse("2026-06-07T23:00:00Z"), UsageInterval.HOUR.start(sunday));
  }
}
