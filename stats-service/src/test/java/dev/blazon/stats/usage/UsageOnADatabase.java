package dev.blazon.stats.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.service.Settings;
import dev.blazon.testing.Eventually;
import dev.blazon.testing.MutableClock;
import dev.blazon.usage.FieldPath;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageInterval;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal.Reason;
import dev.blazon.usage.UsageRefusedException;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.UsageTable.Row;
import dev.blazon.usage.UsageTable.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What usage reports are, on any database. */
@Timeout(120)
abstract class UsageOnADatabase {

  static final String ESPY =
      "{\"hostname\":\"web1\",\"hostfqdn\":\"web1.example.com\",\"username\":\"kurt\","
          + "\"uuid\":\"6ba7b810-9dad-11d1-80b4-00c04fd430c8\",\"uname\":{\"system\":\"Linux\","
          + "\"node\":\"web1\",\"release\":\"6.1\",\"version\":\"#1\",\"machine\":\"x86_64\","
          + "\"processor\":\"\"},\"linux_dist\":{\"name\":\"debian\",\"version\":\"12\"},"
          + "\"python\":{\"argv\":\"/home/kurt/x.py\",\"bin\":\"/home/kurt/bin/python\","
          + "\"is_64bit\":true,\"version\":\"2.7.18 (default) [GCC]\","
          + "\"version_info\":[2,7,18,\"final\",0],\"compiler\":\"GCC\"},"
          + "\"time\":{\"utc\":\"1970-01-01 00:00:00\",\"std_utc_offset\":-8.0}}";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  final Vertx vertx = Vertx.vertx();
  private final MutableClock clock = new MutableClock();
  private UsageService service;

  /** The address of a new, empty database. */
  abstract String database();

  /** On a Monday: the clock begins with a Saturday. */
  @BeforeEach
  void open() {
    clock.advance(Duration.ofHours(58));
    Map<String, String> environment = new HashMap<>();
    environment.put("BLAZON_USAGE", "on");
    environment.put("BLAZON_USAGE_DATABASE", database());
    environment.put("BLAZON_USAGE_IDENTITIES", "hashed");
    environment.put("BLAZON_USAGE_KEY_FILE", folder.resolve("secret").toString());
    service =
        UsageService.create(
            vertx, UsageConfig.read(new Settings(environment)), clock, new SimpleMeterRegistry());
  }

  @AfterEach
  void close() throws Exception {
    await(service.close());
    await(vertx.close());
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.await(60, TimeUnit.SECONDS);
  }

  private ReportReceipt report(String body) throws Exception {
    return await(service.report(Buffer.buffer(body)));
  }

  private UsageTable count(UsageQuestion question) throws Exception {
    return await(service.count(question, PATIENCE));
  }

  private static FieldPath path(String text) {
    return FieldPath.parse(text).orElseThrow();
  }

  private static String small(String host, int minor, String more) {
    return "{\"hostname\":\""
        + host
        + "\",\"python\":{\"version_info\":[3,"
        + minor
        + "]}"
        + more
        + "}";
  }

  @Test
  void the_message_of_espymetrics_is_accepted_and_counted() throws Exception {
    assertEquals(new ReportReceipt(1, 0, 0), report(ESPY));

    UsageTable table = count(UsageQuestion.by(path("python$version_info$0"), path("uname$system")));

    assertEquals(
        List.of(new Row(Optional.empty(), List.of("2", "Linux"), 1, OptionalLong.empty())),
        table.rows());
    assertEquals(1, table.records());
    assertEquals(0, table.errors());
    assertEquals(Source.ROLLUPS, table.source());
  }

  @Test
  void nobody_is_named_in_what_is_kept() throws Exception {
    report(ESPY);

    String kept = download();

    for (String name : List.of("kurt", "web1", "6ba7b810", "example.com")) {
      assertFalse(kept.contains(name), kept);
    }
    assertTrue(kept.contains("\"minor\":\"2.7\""), kept);
    assertTrue(kept.contains("\"server_time\":\"2026-11-23T10:00:00Z\""), kept);
  }

  private String download() throws Exception {
    UsageService.ReportStream stream = await(service.reports(Optional.empty(), Optional.empty()));
    Buffer all = Buffer.buffer();
    Promise<Void> ended = Promise.promise();
    stream.exceptionHandler(ended::tryFail).endHandler(ended::tryComplete);
    stream.handler(all::appendBuffer);
    stream.resume();
    await(ended.future());
    return all.toString();
  }

  @Test
  void a_report_that_is_sent_again_is_not_counted_twice() throws Exception {
    String first = small("a", 12, ",\"uuid\":\"u\",\"sequence\":1");
    String second = small("a", 12, ",\"uuid\":\"u\",\"sequence\":2");

    assertEquals(new ReportReceipt(1, 0, 0), report(first));
    assertEquals(
        new ReportReceipt(1, 2, 0), report("[" + first + "," + second + "," + second + "]"));

    assertEquals(2, count(UsageQuestion.by(path("python$minor"))).records());
  }

  @Test
  void lines_and_arrays_are_many_reports_and_one_may_ask_not_to_be_counted() throws Exception {
    String lines = small("a", 12, "") + "\n" + small("b", 13, ",\"do_not_track\":1") + "\n";
    assertEquals(new ReportReceipt(1, 0, 1), report(lines));
  }

  @Test
  void a_limit_counts_exactly_so_many_of_the_newest() throws Exception {
    report(small("a", 10, ""));
    report("[" + small("a", 11, "") + "," + small("a", 12, "") + "," + "{\"x\":1}" + "]");

    UsageTable table =
        count(
            new UsageQuestion(
                List.of(path("python$minor")),
                OptionalInt.of(3),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false));

    assertEquals(3, table.records());
    assertEquals(1, table.errors());
    assertEquals(
        List.of(List.of("3.11"), List.of("3.12")), table.rows().stream().map(Row::keys).toList());
    assertEquals(Source.REPORTS, table.source());
  }

  @Test
  void any_field_can_be_asked_for() throws Exception {
    report("{\"extra\":{\"deep\":[{\"colour\":\"red\"}]}}");

    UsageTable table = count(UsageQuestion.by(path("extra$deep$0$colour")));

    assertEquals(List.of("red"), table.rows().get(0).keys());
  }

  @Test
  void versions_by_week_count_each_host_once() throws Exception {
    report("[" + small("a", 12, "") + "," + small("a", 12, "") + "," + small("b", 12, "") + "]");
    clock.advance(Duration.ofDays(3));
    report("[" + small("a", 12, "") + "," + small("c", 13, "") + "]");
    clock.advance(Duration.ofDays(7));
    report(small("a", 13, ""));
    UsageQuestion question =
        new UsageQuestion(
            List.of(path("python$minor")),
            OptionalInt.empty(),
            Optional.of(Instant.parse("2026-11-23T00:00:00Z")),
            Optional.empty(),
            Optional.of(UsageInterval.WEEK),
            true);

    UsageTable table = count(question);

    Optional<Instant> first = Optional.of(Instant.parse("2026-11-23T00:00:00Z"));
    Optional<Instant> second = Optional.of(Instant.parse("2026-11-30T00:00:00Z"));
    assertEquals(
        List.of(
            new Row(first, List.of("3.12"), 4, OptionalLong.of(2)),
            new Row(first, List.of("3.13"), 1, OptionalLong.of(1)),
            new Row(second, List.of("3.13"), 1, OptionalLong.of(1))),
        table.rows());
    assertEquals(0, table.hostsError());
    assertEquals(2, table.groups());
    report(small("d", 13, ""));
    assertEquals(7, count(question).records());
  }

  @Test
  void sums_stay_when_old_reports_are_deleted() throws Exception {
    report(small("a", 12, ""));
    clock.advance(Duration.ofDays(20));
    report(small("b", 12, ""));
    clock.advance(Duration.ofDays(20));

    service.forgetOld();

    UsageQuestion ofReports = UsageQuestion.by(path("server_time"));
    Eventually.eventually(vertx, () -> service.count(ofReports, PATIENCE).await().records() == 1);
    assertEquals(2, count(UsageQuestion.by(path("python$minor"))).records());
  }

  @Test
  void values_beyond_a_thousand_are_counted_as_other() throws Exception {
    int values = 1_300;
    for (int from = 0; from < values; from += 100) {
      List<String> some = new ArrayList<>();
      for (int i = from; i < from + 100; i++) {
        some.add("{\"package\":\"p" + i + "\"}");
      }
      assertEquals(100, report(String.join("\n", some)).accepted());
    }

    UsageTable table = count(UsageQuestion.by(path("package")));

    assertEquals(values, table.records());
    assertEquals(1_001, table.groups());
    assertEquals(
        new Row(Optional.empty(), List.of(UsageTable.OTHER), 300, OptionalLong.empty()),
        table.rows().get(0));
  }

  @Test
  void a_wrong_body_is_refused_and_the_service_goes_on() throws Exception {
    String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    for (String body :
        List.of("", "x", "[1]", "{\"a\":NaN}", "{\"a\":1,\"a\":2}", "{\"a\":", "[{}", deep)) {
      assertEquals(Reason.BAD_BODY, refusal(body), body.substring(0, Math.min(20, body.length())));
    }
    assertEquals(Reason.TOO_LARGE, refusal("{\"" + "k".repeat(1 << 20) + "\":1}"));
    assertEquals(1, report("{\"a\":\"\\ud800\",\"b\":\"\\u0000\"}").accepted());
    assertEquals(1, report(ESPY).accepted());
  }

  private Reason refusal(String body) {
    return assertThrows(UsageRefusedException.class, () -> report(body)).refusal().reason();
  }
}
