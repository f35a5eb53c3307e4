package dev.blazon.api.usage.call;

import dev.blazon.api.imaging.Imaging;
import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.Looks;
import dev.blazon.api.question.Turns;
import dev.blazon.api.stats.Deadline;
import dev.blazon.api.usage.Usage;
import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.ChartLook;
import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageRefusal.Reason;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Answers questions about reports with JSON, CSV, a page or a picture. Thread-safe. */
final class CountAnswers {

  /** The longest tables take some ten megabytes each, from the database to the socket. */
  private static final int AT_ONCE = 6;

  private static final int WAITING = 256;

  /** This fraction of a client's time (1/4) is left for writing or painting. */
  private static final int WRITING_SHARE = 4;

  /** A table of as many rows takes some ten microseconds to write. */
  private static final int SHORT = 100;

  private static final Duration AGAIN = Duration.ofSeconds(2);

  /** What is made of a table. */
  enum Kind {
    /** JSON, CSV or a page. */
    TABLE,
    SVG,
    PNG
  }

  private final Usage usage;
  private final Imaging imaging;
  private final CountPage page;
  private final BoundedWorkers writers;
  private final Duration patience;
  private final Turns turns = new Turns(AT_ONCE, WAITING);

  CountAnswers(
      Usage usage, Imaging imaging, CountPage page, BoundedWorkers writers, Duration patience) {
    this.usage = usage;
    this.imaging = imaging;
    this.page = page;
    this.writers = writers;
    this.patience = patience;
  }

  /**
   * Answers a question.
   *
   * @param query its parameters as they were sent
   * @throws dev.blazon.api.question.RefusedException if a parameter is impossible
   */
  Future<Sent> answer(AccessLogEntry entry, Kind kind, CallQuery call, String query) {
    UsageQuestion question = CountCall.read(call);
    Duration time = patience.minus(patience.dividedBy(WRITING_SHARE));
    Deadline deadline = Deadline.in(time);
    HttpServerRequest request = entry.request();
    if (kind == Kind.TABLE) {
      AnswerForm form = AnswerForm.of(call, request.getHeader(HttpHeaders.ACCEPT));
      return turns.take(
          deadline,
          () -> counted(question, deadline).compose(all -> written(form, all, query, request)));
    }
    ImageFormat format = kind == Kind.SVG ? ImageFormat.SVG : ImageFormat.PNG;
    ChartLook look = Looks.read(call, format);
    CountChart.check(question, call);
    return turns.take(
        deadline,
        () ->
            counted(question, deadline)
                .map(all -> CountChart.of(all, call))
                .compose(
                    chart ->
                        imaging
                            .chart(chart, look, format, entry.id())
                            .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                            .recover(problem -> unpainted(entry.id())))
                .map(picture -> Sent.picture(picture).packedFor(request)));
  }

  private Future<Counted> counted(UsageQuestion question, Deadline deadline) {
    return usage.count(question, deadline.left()).map(table -> new Counted(question, table));
  }

  private static <T> Future<T> unpainted(RequestId id) {
    return Future.failedFuture(
        new UsageRefusal(Reason.UNAVAILABLE, "the picture cannot be painted now: " + id, AGAIN)
            .asException());
  }

  private Future<Sent> written(
      AnswerForm form, Counted counted, String query, HttpServerRequest request) {
    counted
        .table()
        .cut()
        .ifPresent(
            cut -> request.response().putHeader("Blazon-Cut", cut.name().toLowerCase(Locale.ROOT)));
    boolean isShort = form != AnswerForm.HTML && counted.table().rows().size() <= SHORT;
    return isShort
        ? Future.succeededFuture(write(form, counted, query, request))
        : writers.run(() -> write(form, counted, query, request));
  }

  private Sent write(AnswerForm form, Counted counted, String query, HttpServerRequest request) {
    Sent answer =
        switch (form) {
          case JSON -> Sent.json(CountJson.of(counted));
          case CSV -> Sent.csv(CountCsv.of(counted));
          case HTML ->
              Sent.html(
                  page.page(counted, withoutFormat(query), request.getHeader(HttpHeaders.HOST)));
        };
    return answer.packedFor(request);
  }

  private static String withoutFormat(String query) {
    return Arrays.stream(query.split("&", -1))
        .filter(part -> !part.isEmpty() && !part.startsWith("format="))
        .collect(Collectors.joining("&"));
  }
}
