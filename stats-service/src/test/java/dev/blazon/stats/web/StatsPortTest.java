package dev.blazon.stats.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Basis;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import dev.blazon.count.Total;
import dev.blazon.count.wire.AnswerForm;
import dev.blazon.count.wire.Question;
import dev.blazon.count.wire.StatsExchange;
import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import dev.blazon.service.http.HttpMemory;
import dev.blazon.service.http.SecurityHeaders;
import dev.blazon.testing.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what the port of the stats service accepts, refuses and answers. */
@Timeout(60)
final class StatsPortTest {

  private static final String TOTAL = "/v1/total?project=requests&window=month&measure=all";
  private static final Basis BASIS =
      new Basis(
          new DayRange(new Day(20_600), new Day(20_629)), 30, List.of("files"), Measure.ALL, false);
  private static final CountAnswer<Total> MILLION =
      new CountAnswer.Counted<>(new Total(1_000_000, BASIS));

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Readiness readiness = new Readiness();
  private volatile Answering.Reply<?> reply =
      new Answering.Reply<>(AnswerForm.TOTAL, Future.succeededFuture(MILLION));
  private volatile Optional<Question> asked = Optional.empty();
  private volatile Duration within = Duration.ZERO;
  private StatsPort port;

  @BeforeEach
  void open() throws Exception {
    port =
        StatsPort.open(
                vertx,
                metrics,
                readiness,
                new StatsPort.Web(new Address("TEST", "127.0.0.1", 0), 100, HttpMemory.SMALL),
                (question, time) -> {
                  asked = Optional.of(question);
                  within = time;
                  return reply;
                },
                Optional.empty())
            .await(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    port.close().await(20, TimeUnit.SECONDS);
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TOTAL,
        TOTAL + "&version=2.*&version=3.*",
        TOTAL + "&installer=uv",
        "/v1/series?project=a&from=2026-01-01&to=2026-02-01&interval=week&measure=all&by=version",
        "/v1/rank?project=a&window=day&measure=without_mirrors",
        "/v1/top?list=risen&measure=all&places=10",
        "/v1/ledger",
      })
  void a_question_reaches_the_service_and_its_answer_the_client(String uri) throws Exception {
    HttpResponse<byte[]> answer = get(uri);

    assertEquals(200, answer.statusCode());
    assertEquals("application/json", header(answer, "Content-Type"));
    assertEquals("no-store", header(answer, "Cache-Control"));
    assertEquals(uri, asked.orElseThrow().uri());
    assertEquals(MILLION, AnswerForm.TOTAL.read(answer.body()));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void why_there_is_no_number_is_an_answer(Reason reason) throws Exception {
    CountAnswer<Total> none = new CountAnswer.Unanswered<>(reason);
    reply = new Answering.Reply<>(AnswerForm.TOTAL, Future.succeededFuture(none));

    HttpResponse<byte[]> answer = get(TOTAL);

    assertEquals(200, answer.statusCode());
    assertEquals(none, AnswerForm.TOTAL.read(answer.body()));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2500, 2500", "60000, 60000"})
  void the_service_keeps_the_readers_time(String header, long millis) throws Exception {
    send("GET", TOTAL, StatsExchange.WITHIN_HEADER, header);

    assertEquals(Duration.ofMillis(millis), within);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "60001", "soon", "1.5", "99999999999"})
  void a_time_that_is_none_is_refused(String header) throws Exception {
    HttpResponse<byte[]> answer = send("GET", TOTAL, StatsExchange.WITHIN_HEADER, header);

    assertEquals(400, answer.statusCode());
    assertEquals(
        "Blazon-Within: \""
            + header
            + "\" is not allowed; allowed: milliseconds, from 1 to 60000\n",
        new String(answer.body(), UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/v1/total; project is missing; the name of a project",
        "/v1/total?project=a&window=year&measure=all; window: \"year\"; day, week, month, all",
        "/v1/top?list=day&measure=all&places=1001; places: \"1001\"; from 1 to 1000",
        "/v1/ledger?x=1; x: \"1\"; no parameter",
      })
  void a_bad_value_is_answered_with_the_parameter_its_value_and_what_is_allowed(
      String uri, String named, String allowed) throws Exception {
    HttpResponse<byte[]> answer = get(uri);
    String line = new String(answer.body(), UTF_8);

    assertEquals(400, answer.statusCode());
    assertEquals("no-store", header(answer, "Cache-Control"));
    assertTrue(line.startsWith(named), line);
    assertTrue(line.contains("allowed: ") && line.contains(allowed), line);
    assertEquals(1, line.lines().count());
    assertTrue(asked.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /v1/ledger,        200",
    "HEAD,   /v1/ledger,        200",
    "POST,   /v1/ledger,        405",
    "DELETE, /v1/ledger,        405",
    "GET,    /v1/total,         400",
    "GET,    /v1/totals,        404",
    "GET,    /,                 404",
    "GET,    /v2/ledger,        404",
    "GET,    /v1/ledger?x=LONG, 414",
  })
  void every_answer_has_the_security_headers(String method, String uri, int status)
      throws Exception {
    HttpResponse<byte[]> answer =
        send(method, uri.replace("LONG", "x".repeat(StatsExchange.LONGEST_URL)), "X-Any", "1");

    assertEquals(status, answer.statusCode());
    SecurityHeaders.ALL.forEach(
        header -> assertEquals(header.getValue(), header(answer, header.getKey())));
  }

  @Test
  void the_id_of_a_request_is_answered() throws Exception {
    assertEquals("abc", header(send("GET", TOTAL, "X-Request-Id", "abc"), "X-Request-Id"));
  }

  @Test
  void health_and_readiness_are_answered() throws Exception {
    assertEquals(503, get("/readyz").statusCode());
    readiness.ready();

    assertEquals(200, get("/readyz").statusCode());
    assertEquals(200, get("/healthz").statusCode());
  }

  @Test
  void while_the_service_stops_each_answer_ends_its_connection() throws Exception {
    readiness.stop();

    assertEquals("close", header(get(TOTAL), "Connection"));
  }

  @Test
  void a_failure_of_ours_is_a_500_and_counted() throws Exception {
    reply = new Answering.Reply<>(AnswerForm.TOTAL, Future.failedFuture("a bug of this test"));

    assertEquals(500, get(TOTAL).statusCode());
    assertEquals(1, metrics.get("blazon.stats.refused").tag("status", "500").counter().count());
  }

  @Test
  void a_long_series_arrives_whole_and_gives_its_memory_back() throws Exception {
    Series series = series(2_000, 180);
    reply =
        new Answering.Reply<>(
            AnswerForm.SERIES, Future.succeededFuture(new CountAnswer.Counted<>(series)));

    CountAnswer<Series> answer = AnswerForm.SERIES.read(get(TOTAL).body());

    assertEquals(series.total(1_999), ((CountAnswer.Counted<Series>) answer).value().total(1_999));
    Eventually.eventually(vertx, () -> metrics.get("blazon.budget.used").gauge().value() == 0);
  }

  @Test
  void a_series_that_no_reader_would_accept_is_refused() throws Exception {
    reply =
        new Answering.Reply<>(
            AnswerForm.SERIES,
            Future.succeededFuture(new CountAnswer.Counted<>(series(6_000, 180))));

    HttpResponse<byte[]> answer = get(TOTAL);

    assertEquals(400, answer.statusCode());
    assertTrue(
        new String(answer.body(), UTF_8)
            .startsWith("from, to, by: the answer has 1080000 numbers; allowed: 1000000"));
  }

  @Test
  void answers_beyond_the_memory_for_all_are_answered_as_busy() throws Exception {
    CountAnswer<Series> large = new CountAnswer.Counted<>(series(5_000, 180));
    AnswerWriter writer = new AnswerWriter(vertx, new SimpleMeterRegistry());
    try {
      AnswerWriter.Written first = written(writer, large);
      AnswerWriter.Written second = written(writer, large);
      assertEquals("counted counted", first.word() + " " + second.word());

      assertEquals("busy", written(writer, large).word());
      first.memory().close();
      assertEquals("counted", written(writer, large).word());
    } finally {
      writer.close().await(20, TimeUnit.SECONDS);
    }
  }

  private static AnswerWriter.Written written(AnswerWriter writer, CountAnswer<Series> answer)
      throws Exception {
    return writer.write(AnswerForm.SERIES, answer).await(20, TimeUnit.SECONDS);
  }

  private static Series series(int lines, int days) {
    long[][] downloads = new long[lines][days];
    for (int i = 0; i < lines; i++) {
      for (int day = 0; day < days; day++) {
        downloads[i][day] = (long) i * day % 1_000;
      }
    }
    return new Series(
        new DayRange(new Day(20_000), new Day(20_000 + days - 1)).days(),
        new int[days],
        IntStream.range(0, lines).mapToObj(i -> "1." + i).toList(),
        downloads,
        BASIS);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }

  private HttpResponse<byte[]> get(String uri) throws Exception {
    return send("GET", uri, "X-Any", "1");
  }

  private HttpResponse<byte[]> send(String method, String uri, String name, String value)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.port() + uri))
            .method(method, BodyPublishers.noBody())
            .header(name, value)
            .build(),
        BodyHandlers.ofByteArray());
  }
}
