package dev.blazon.api.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.blazon.api.stats.StubStatsNode.Health;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Filter;
import dev.blazon.count.Measure;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.testing.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.slf4j.LoggerFactory;

/** Tests every fault of a stats service, on real sockets. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT) // They mostly wait.
final class RemoteStatsTest {

  private static final Duration WITHIN = Duration.ofMillis(1_600);
  private static final Duration LATE = Duration.ofMillis(700);

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final List<RemoteStats> opened = new ArrayList<>();
  private StubStatsNode sick;

  /** In a new JVM the first answer takes longer than a reader has time. */
  @BeforeAll
  static void warmUp() throws TimeoutException {
    Vertx first = Vertx.vertx();
    RemoteStats stats =
        new RemoteStats(
            first, List.of(StubStatsNode.start(first).url()), new SimpleMeterRegistry());
    ask(stats, Duration.ofSeconds(20)).await(20, TimeUnit.SECONDS);
    stats.close().await(10, TimeUnit.SECONDS);
    first.close().await(10, TimeUnit.SECONDS);
  }

  @BeforeEach
  void start() throws TimeoutException {
    sick = StubStatsNode.start(vertx);
  }

  @AfterEach
  void close() throws TimeoutException {
    for (RemoteStats stats : opened) {
      stats.close().await(10, TimeUnit.SECONDS);
    }
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_number_of_a_service_arrives() throws TimeoutException {
    RemoteStats stats = open(sick.url());

    assertEquals(StubStatsNode.DOWNLOADS, downloads(ask(stats)));
    assertEquals(1, count("answered"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"WELL", "REFUSES"})
  void a_fault_is_an_answer_within_the_readers_time_and_its_end_is_noticed(Health health)
      throws TimeoutException {
    RemoteStats stats = open(sick.url());
    sick.becomes(health);

    for (int i = 0; i < 4; i++) {
      long begun = System.nanoTime();
      CountAnswer<Total> answer = ask(stats);
      assertTrue(
          answer.equals(unanswered(Reason.FAILED)) || answer.equals(unanswered(Reason.SLOW)),
          answer.toString());
      assertTrue(System.nanoTime() - begun < WITHIN.plus(LATE).toNanos());
    }
    assertEquals(1, leftOut());

    sick.becomes(Health.WELL);
    Eventually.eventually(vertx, () -> counts(stats));
    Eventually.eventually(vertx, () -> leftOut() == 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"HANGS_UP", "CLOSES_IN_THE_MIDDLE", "LIES", "CUTS_ITS_ANSWER", "GONE"})
  void a_failure_before_the_time_is_over_costs_no_number_while_another_service_is_well(
      Health health) throws TimeoutException {
    RemoteStats stats = open(sick.url(), StubStatsNode.start(vertx).url());
    sick.becomes(health);

    for (int i = 0; i < 10; i++) {
      assertEquals(StubStatsNode.DOWNLOADS, downloads(ask(stats)));
    }
  }

  @Test
  void a_single_service_is_asked_once() throws TimeoutException {
    RemoteStats stats = open(sick.url());
    sick.becomes(Health.BROKEN);

    ask(stats);

    assertEquals(1, sick.questions());
  }

  @Test
  void a_service_that_is_left_out_gets_no_questions() throws TimeoutException {
    RemoteStats stats = open(sick.url());
    sick.becomes(Health.SILENT);
    ask(stats);
    ask(stats);

    for (int i = 0; i < 100; i++) {
      assertEquals(unanswered(Reason.FAILED), ask(stats));
    }

    assertEquals(2, sick.questions());
  }

  @Test
  void a_refused_question_leaves_nobody_out() throws TimeoutException {
    RemoteStats stats = open(sick.url(), StubStatsNode.start(vertx).url());
    sick.becomes(Health.REFUSES);

    List<CountAnswer<Total>> answers =
        IntStream.range(0, 20).mapToObj(i -> ask(stats, WITHIN)).map(RemoteStatsTest::get).toList();

    assertTrue(answers.contains(unanswered(Reason.FAILED)));
    assertEquals(0, leftOut());
    assertTrue(count("refused") >= 1);
  }

  @Test
  void a_reader_without_time_says_nothing_about_a_service() throws TimeoutException {
    RemoteStats stats = open(sick.url());
    sick.becomes(Health.SILENT);

    for (int i = 0; i < 5; i++) {
      assertEquals(unanswered(Reason.SLOW), get(ask(stats, Duration.ofMillis(20))));
    }

    sick.becomes(Health.WELL);
    assertEquals(StubStatsNode.DOWNLOADS, downloads(ask(stats)));
  }

  @Test
  void a_crowd_is_bounded_in_connections_and_answered() throws TimeoutException {
    RemoteStats stats = open(sick.url());
    sick.becomes(Health.SILENT);

    List<Future<CountAnswer<Total>>> crowd =
        IntStream.range(0, 4_000).mapToObj(i -> ask(stats, WITHIN)).toList();
    Future.all(crowd).await(20, TimeUnit.SECONDS);

    // A busy service notices the ends of connections after the beginnings of the next ones, so it
    // may see several times the 32 that are open. Without the bound it would see one a question.
    int fewOf4000 = 400;
    assertTrue(sick.mostConnections() <= fewOf4000, sick.mostConnections() + " at once");
    assertTrue(crowd.stream().anyMatch(one -> one.result().equals(unanswered(Reason.BUSY))));
    assertTrue(crowd.stream().anyMatch(one -> one.result().equals(unanswered(Reason.SLOW))));
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "TRICKLES", "NEVER_ENDS"})
  void leaves_no_connection_without_a_waiting_reader(Health health) throws TimeoutException {
    RemoteStats stats = open(sick.url());
    sick.becomes(health);

    ask(stats);
    ask(stats);

    Eventually.eventually(vertx, () -> sick.connections() <= 1); // a probe's
    Eventually.eventually(
        vertx, () -> metrics.get("blazon.budget.used").gauge().value() <= 4 << 20); // a probe's
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void a_failure_is_logged_once_when_it_begins_and_once_when_it_ends() throws TimeoutException {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(RemoteStats.class);
    logger.addAppender(log);
    try {
      RemoteStats stats = open(sick.url());
      sick.becomes(Health.GONE);
      for (int i = 0; i < 20; i++) {
        ask(stats);
      }
      sick.becomes(Health.WELL);
      Eventually.eventually(vertx, () -> counts(stats));
    } finally {
      logger.detachAppender(log);
    }

    List<String> lines =
        List.copyOf(log.list).stream()
            .map(ILoggingEvent::getFormattedMessage)
            .filter(line -> line.contains(sick.url().toString()))
            .toList();
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.get(0).startsWith("stats at " + sick.url() + " is left out: "));
    assertEquals("stats at " + sick.url() + " is back", lines.get(1));
  }

  private RemoteStats open(URI... services) {
    RemoteStats stats = new RemoteStats(vertx, List.of(services), metrics);
    opened.add(stats);
    return stats;
  }

  private double leftOut() {
    return metrics.get("blazon.stats.nodes").tag("state", "left_out").gauge().value();
  }

  private double count(String outcome) {
    return metrics.get("blazon.stats.requests").tag("outcome", outcome).timer().count();
  }

  private static Future<CountAnswer<Total>> ask(RemoteStats stats, Duration within) {
    return stats.total(
        new TotalQuery(
            ProjectName.parse("requests").orElseThrow(), Window.MONTH, Measure.ALL, Filter.NONE),
        within);
  }

  private static CountAnswer<Total> ask(RemoteStats stats) {
    return get(ask(stats, WITHIN));
  }

  private static CountAnswer<Total> get(Future<CountAnswer<Total>> answer) {
    try {
      return answer.await(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no answer", e);
    }
  }

  private static boolean counts(RemoteStats stats) {
    return ask(stats) instanceof CountAnswer.Counted;
  }

  private static long downloads(CountAnswer<Total> answer) {
    return ((CountAnswer.Counted<Total>) answer).value().downloads();
  }

  private static CountAnswer<Total> unanswered(Reason reason) {
    return new CountAnswer.Unanswered<>(reason);
  }
}
