package dev.blazon.api.usage;

import static dev.blazon.api.usage.StubUsage.row;
import static dev.blazon.api.usage.StubUsage.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.StubServer;
import dev.blazon.testing.Eventually;
import dev.blazon.usage.FieldPath;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageRefusal.Reason;
import dev.blazon.usage.UsageRefusedException;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.wire.ReceiptForm;
import dev.blazon.usage.wire.RefusalForm;
import dev.blazon.usage.wire.TableForm;
import dev.blazon.usage.wire.UsageExchange;
import dev.blazon.usage.wire.UsageUrl;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports that another process keeps, and every fault of it, on real sockets. */
@Timeout(60)
final class RemoteUsageTest {

  /** Longer than a busy machine takes for an answer. */
  private static final Duration LONG = Duration.ofSeconds(8);

  private static final Duration SHORT = Duration.ofMillis(400);
  private static final UsageQuestion QUESTION =
      UsageQuestion.by(FieldPath.parse("python$version_info$0").orElseThrow());
  private static final UsageTable TABLE = table(9, 1, row(5, "3"), row(3, "2"));
  private static final Buffer BODY = Buffer.buffer("{\"package\":\"x\"}");

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final List<RemoteUsage> opened = new ArrayList<>();
  private StubServer node;

  @BeforeEach
  void start() {
    node = well(StubServer.start(vertx));
  }

  @AfterEach
  void close() throws TimeoutException {
    for (RemoteUsage usage : opened) {
      usage.close().await(10, TimeUnit.SECONDS);
    }
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void reports_counts_and_streams_arrive() throws TimeoutException {
    RemoteUsage usage = open(node.url());

    assertEquals(new ReportReceipt(1, 0, 0), get(usage.report(BODY, LONG)));
    assertEquals(TABLE, get(usage.count(QUESTION, LONG)));
    assertEquals("{\"a\":1}\n{\"b\":2}\n", lines(usage));
  }

  @ParameterizedTest
  @CsvSource({"BAD_BODY", "TOO_LARGE", "OVER_BUDGET", "UNAVAILABLE", "OFF"})
  void a_refusal_arrives_as_it_is_and_leaves_nobody_out(Reason reason) {
    RemoteUsage usage = open(node.url());
    UsageRefusal refusal = new UsageRefusal(reason, "for a reason", Duration.ofSeconds(3));
    node.answerEverything(refusing(refusal));

    for (int i = 0; i < 3; i++) {
      assertEquals(refusal, refusal(usage.report(BODY, LONG)));
      assertEquals(refusal, refusal(usage.count(QUESTION, LONG)));
      assertEquals(refusal, refusal(usage.reports(Optional.empty(), Optional.empty(), LONG)));
    }
    assertEquals(0, leftOut());
  }

  static Stream<Behaviour> faults() {
    return Stream.of(
        Behaviour.hang(),
        Behaviour.hangUp(),
        Behaviour.html(),
        Behaviour.status(500),
        Behaviour.status(200),
        Behaviour.json("{\"accepted\":-1}"),
        Behaviour.json("{\"rows\":[[-1,[\"3\"],-7,-1]]}"),
        Behaviour.json("[".repeat(10_000)),
        Behaviour.json(" ".repeat(10 << 20)),
        Behaviour.resetMidBody("{\"acc"),
        Behaviour.stallMidBody("{\"acc"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_is_a_refusal_within_the_time_and_its_end_is_noticed(Behaviour fault)
      throws TimeoutException {
    RemoteUsage usage = open(node.url());
    node.answerEverything(fault);

    for (int i = 0; i < 3; i++) {
      Reason reason = refusal(usage.report(BODY, SHORT)).reason();
      assertTrue(reason == Reason.SLOW || reason == Reason.UNAVAILABLE, reason.word());
      reason = refusal(usage.count(QUESTION, SHORT)).reason();
      assertTrue(reason == Reason.SLOW || reason == Reason.UNAVAILABLE, reason.word());
    }
    assertEquals(1, leftOut());

    node.recover();
    Eventually.eventually(vertx, () -> leftOut() == 0);
    assertEquals(TABLE, get(usage.count(QUESTION, LONG)));
  }

  @Test
  void a_question_is_asked_again_of_another_node_and_a_report_only_if_nobody_got_it()
      throws TimeoutException {
    StubServer other = well(StubServer.start(vertx));
    RemoteUsage usage = open(node.url(), other.url());
    node.answerEverything(Behaviour.hangUp());

    assertEquals(TABLE, get(usage.count(QUESTION, LONG)));
    node.answerEverything(Behaviour.hangUp());
    refusal(usage.report(BODY, LONG)); // It may be on disk: sent again, it could count twice.
    assertEquals(0, other.requests(UsageExchange.REPORT));

    node.gone();
    for (int i = 0; i < 4; i++) {
      assertEquals(new ReportReceipt(1, 0, 0), get(usage.report(BODY, LONG)));
    }
    node.back();
  }

  @Test
  void without_any_node_a_call_is_answered_at_once() {
    RemoteUsage usage = open(node.url());
    node.gone();
    refusal(usage.count(QUESTION, LONG));

    UsageRefusal refusal = refusal(usage.report(BODY, LONG));

    assertEquals(Reason.UNAVAILABLE, refusal.reason());
    assertEquals(Duration.ofSeconds(5), refusal.retryAfter());
    node.back();
  }

  private RemoteUsage open(URI... services) {
    RemoteUsage usage = new RemoteUsage(vertx, List.of(services), metrics);
    opened.add(usage);
    return usage;
  }

  private static StubServer well(StubServer server) {
    return server
        .answer(UsageExchange.REPORT, json(200, ReceiptForm.write(new ReportReceipt(1, 0, 0))))
        .answer(UsageUrl.COUNT, json(200, TableForm.write(TABLE)))
        .answer(
            UsageUrl.REPORTS,
            Behaviour.body(UsageExchange.JSON_LINES, Buffer.buffer("{\"a\":1}\n{\"b\":2}\n")));
  }

  private static Behaviour refusing(UsageRefusal refusal) {
    return json(refusal.reason().status(), RefusalForm.write(refusal));
  }

  private static Behaviour json(int status, byte[] body) {
    return Behaviour.status(
        status,
        new String(body, StandardCharsets.UTF_8),
        Map.of("Content-Type", UsageExchange.JSON));
  }

  private double leftOut() {
    return metrics.get("blazon.usage.nodes.left.out").gauge().value();
  }

  private String lines(RemoteUsage usage) throws TimeoutException {
    Buffer all = Buffer.buffer();
    Promise<Void> whole = Promise.promise();
    vertx.runOnContext(
        here ->
            usage
                .reports(Optional.empty(), Optional.empty(), LONG)
                .onFailure(whole::fail)
                .onSuccess(
                    reports -> {
                      reports.handler(all::appendBuffer);
                      reports.exceptionHandler(whole::tryFail);
                      reports.endHandler(end -> whole.tryComplete());
                      reports.resume();
                    }));
    whole.future().await(10, TimeUnit.SECONDS);
    return all.toString();
  }

  private static UsageRefusal refusal(Future<?> call) {
    return assertThrows(UsageRefusedException.class, () -> get(call)).refusal();
  }

  private static <T> T get(Future<T> call) {
    try {
      return call.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no answer", e);
    }
  }
}
