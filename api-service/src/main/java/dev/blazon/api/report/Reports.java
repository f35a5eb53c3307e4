package dev.blazon.api.report;

import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.Questions;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.question.RefusedException;
import dev.blazon.api.question.Turns;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.stats.Deadline;
import dev.blazon.api.stats.Stats;
import dev.blazon.service.OverloadedException;
import dev.blazon.service.http.AcceptEncoding;
import dev.blazon.service.http.AccessLogEntry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The handler of all calls for download numbers. Thread-safe. */
public final class Reports {

  /** Calls under way hold little until it is their turn to be written. */
  private static final int MOST_UNDER_WAY = 256;

  /** As many long answers as are read and written at once; each may hold some megabytes. */
  private static final int LONG_AT_ONCE = 4;

  private static final int LONG_WAITING = 64;

  /** Two thousand versions on each of 180 days are 3 MB. */
  private static final int LONGEST_ANSWER = 4 << 20;

  /** The longest address that is read, as for badges. */
  private static final int LONGEST_URI = 8 * 1024;

  /** This fraction of a reader's time (1/8) is left for writing what was asked for. */
  private static final int WRITING_SHARE = 8;

  private final Vertx vertx;
  private final Duration patience;
  private final Pen pen;
  private final ReportMetrics metrics;
  private final ReportRoutes routes = new ReportRoutes();
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * What the answers are made from.
   *
   * @param catalog the shields, whose words an answer has
   * @param patience how long a reader waits for an answer
   * @param answerMemory what answers that clients have not taken yet may take on the port, in bytes
   */
  public record Sources(
      Stats stats, Lookups lookups, ShieldCatalog catalog, Duration patience, long answerMemory) {}

  public Reports(Vertx vertx, Sources sources, MeterRegistry registry) {
    this.vertx = vertx;
    this.patience = sources.patience();
    // Beside one answer that a slow client takes, there must be room for another.
    int longest = (int) Math.min(LONGEST_ANSWER, sources.answerMemory() / 2);
    this.pen = new Pen(vertx, longest, registry);
    this.metrics = new ReportMetrics(registry);
    Gauge.builder("blazon.reports.active", underWay, AtomicInteger::get)
        .strongReference(true)
        .description("calls for download numbers that are under way")
        .register(registry);
    Questions questions = new Questions(sources.stats(), sources.lookups());
    Turns turns = new Turns(LONG_AT_ONCE, LONG_WAITING);
    routes.claim("/api/v3/", ErrorForm.BLAZON);
    routes.add(
        "/api/v3/projects/:project",
        new ProjectReport(questions, sources.lookups(), sources.catalog(), pen));
    addBlazon(questions, turns);
    addPepy(new PepyReports(questions, turns, pen));
    addPypistats(new PypistatsReports(questions, turns, pen));
    addNpm(new NpmReports(questions, new Turns(LONG_AT_ONCE, LONG_WAITING), pen));
  }

  private void addBlazon(Questions questions, Turns turns) {
    routes.add("/api/v3/top", new TopReport(questions, pen));
    routes.add("/api/v3/days", new DaysReport(questions, pen));
    routes.add("/api/v3/projects/:project/downloads", new DownloadsReport(questions, turns, pen));
  }

  /** Under the paths that the services have, and under a folder of each. */
  private void addPepy(PepyReports pepy) {
    for (String folder : List.of("", "/pepy")) {
      routes.claim(folder + "/api/projects/", ErrorForm.PEPY);
      routes.claim(folder + "/api/v1/projects/", ErrorForm.PEPY);
      routes.claim(folder + "/api/v2/projects/", ErrorForm.PEPY);
      routes.add(folder + "/api/projects/:project", pepy::first);
      routes.add(folder + "/api/v1/projects/:project", pepy::first);
      routes.add(folder + "/api/v2/projects/:project", pepy::second);
    }
  }

  private void addPypistats(PypistatsReports pypistats) {
    for (String folder : List.of("", "/pypistats")) {
      String packages = folder + "/api/packages/";
      routes.claim(packages, ErrorForm.PYPISTATS);
      routes.add(packages + ":project/recent", pypistats::recent);
      routes.add(packages + ":project/overall", pypistats::overall);
      routes.add(packages + ":project/python_major", pypistats::pythonMajor);
      routes.add(packages + ":project/python_minor", pypistats::pythonMinor);
      routes.add(packages + ":project/system", pypistats::system);
    }
  }

  private void addNpm(NpmReports npm) {
    for (String folder : List.of("", "/npm")) {
      for (String shape : List.of("point", "range")) {
        String downloads = folder + "/downloads/" + shape + "/";
        Report report = shape.equals("point") ? npm::point : npm::range;
        routes.claim(downloads, ErrorForm.NPM);
        routes.add(downloads + ":period", report);
        routes.add(downloads + ":period/:packages", report);
      }
    }
  }

  /**
   * Answers the request if its path is one of the API's.
   *
   * @param entry of a GET or HEAD request
   * @return whether it is one; if so, the request has been answered or will be
   */
  public boolean handle(AccessLogEntry entry) {
    HttpServerRequest request = entry.request();
    String path = request.path();
    Optional<ErrorForm> form = path == null ? Optional.empty() : routes.formOf(path);
    form.ifPresent(api -> answer(new Exchange(entry, api, pen, metrics), request));
    return form.isPresent();
  }

  /** Whether a path, as it was sent, is one of the API's. */
  boolean claims(String path) {
    return routes.formOf(path).isPresent();
  }

  private void answer(Exchange exchange, HttpServerRequest request) {
    if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
      underWay.decrementAndGet();
      exchange.fail(new OverloadedException("reports"));
      return;
    }
    // The last word: questions have an earlier deadline, so it is rarely needed.
    long timer =
        vertx.setTimer(
            patience.toMillis(), late -> exchange.fail(new RefusedException(Refusal.late())));
    Future.succeededFuture(request)
        .compose(this::report)
        .onComplete(
            (answer, problem) -> {
              underWay.decrementAndGet();
              vertx.cancelTimer(timer);
              if (problem == null) {
                exchange.send(answer);
              } else {
                exchange.fail(problem);
              }
            });
  }

  private Future<Rendered> report(HttpServerRequest request) {
    if (request.uri().length() > LONGEST_URI) {
      throw new RefusedException(Refusal.tooLong());
    }
    ReportRoutes.Match match =
        routes.find(request.path()).orElseThrow(() -> new RefusedException(Refusal.noSuchPath()));
    String query = request.query() == null ? "" : request.query();
    return match
        .report()
        .of(
            new Call(
                match.parts(),
                CallQuery.parse(query),
                Deadline.in(patience.minus(patience.dividedBy(WRITING_SHARE))),
                AcceptEncoding.takesGzip(request)));
  }

  /** Ends the workers. */
  public Future<Void> close() {
    return pen.close();
  }
}
