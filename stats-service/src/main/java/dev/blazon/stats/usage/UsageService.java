package dev.blazon.stats.usage;

import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.Contexts;
import dev.blazon.service.DaemonThreads;
import dev.blazon.service.OverloadedException;
import dev.blazon.service.UserDataFolder;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.stats.store.Gate;
import dev.blazon.stats.store.StoreException;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.usage.query.UsageQueries;
import dev.blazon.stats.usage.report.BadReportException;
import dev.blazon.stats.usage.report.Identities;
import dev.blazon.stats.usage.report.IdentityHash;
import dev.blazon.stats.usage.report.KeyFile;
import dev.blazon.stats.usage.report.Reports;
import dev.blazon.stats.usage.store.UsageStore;
import dev.blazon.usage.FieldPath;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageRefusal.Reason;
import dev.blazon.usage.UsageRefusedException;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.wire.UsageExchange;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes reports of Python programs, and counts them. Nothing of it is loaded, and the database is
 * not opened, before the first report or question, or a minute after the start, when old reports
 * are deleted; while it is off, never. Its futures fail with {@link UsageRefusedException} only,
 * and complete on the caller's Vert.x context, if there is one. Thread-safe and non-blocking;
 * create one per process.
 */
public final class UsageService {

  private static final int READERS = 2;
  private static final int READS_WAITING = 256;
  private static final int PARSERS = 1;
  private static final int BODIES_WAITING = 256;

  /** Streams take a connection now and then, for minutes. */
  private static final int MOST_STREAMS = 4;

  /** Reports of a page: at most a few hundred KB as programs send them, and 16 MB at worst. */
  private static final int PAGE = 256;

  /**
   * Old reports are deleted so long after a start, and then once a day, whether others come or not.
   */
  private static final Duration FIRST_FORGETTING = Duration.ofMinutes(1);

  private static final Duration FORGETTING = Duration.ofDays(1);

  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration RETRY = Duration.ofSeconds(2);

  /** A question is cut before its reader gives up. */
  private static final double SHARE = 0.8;

  private final Vertx vertx;
  private final UsageConfig config;
  private final Clock clock;
  private final BoundedWorkers parsers;
  private final BoundedWorkers readers;
  private final UsageMetrics metrics;
  private final Gate reads;
  private final Gate writes;
  private final AtomicInteger streams = new AtomicInteger();
  private final OptionalLong forgetting;
  private Optional<Opened> opened = Optional.empty();
  private Optional<ReportWriter> writer = Optional.empty();
  private Optional<Reports> reports = Optional.empty();
  private boolean isClosed;

  private record Opened(UsageStore store, UsageQueries queries) {}

  private UsageService(Vertx vertx, UsageConfig config, Clock clock, MeterRegistry registry) {
    this.vertx = vertx;
    this.config = config;
    this.clock = clock;
    this.parsers = new BoundedWorkers(vertx, "usage-reports", PARSERS, BODIES_WAITING, registry);
    this.readers = new BoundedWorkers(vertx, "usage", READERS, READS_WAITING, registry);
    this.metrics = new UsageMetrics(registry);
    this.reads = new Gate("usage reports cannot be read", AGAIN, clock);
    this.writes = new Gate("usage reports cannot be written", AGAIN, clock);
    metrics.watch("waiting", "usage reports that wait to be written", this::waiting);
    metrics.watch(
        "failing",
        "1 while the database of usage reports fails",
        () -> reads.isFailing() || writes.isFailing() ? 1 : 0);
    forgetting =
        config.isOn()
            ? OptionalLong.of(
                vertx.setPeriodic(
                    FIRST_FORGETTING.toMillis(), FORGETTING.toMillis(), tick -> forgetOld()))
            : OptionalLong.empty();
  }

  /**
   * Creates the service; see {@link #close}.
   *
   * @param config if it is off, everything is refused as {@link Reason#OFF}
   */
  public static UsageService create(
      Vertx vertx, UsageConfig config, Clock clock, MeterRegistry metrics) {
    return new UsageService(vertx, config, clock, metrics);
  }

  /**
   * Takes reports: one JSON object, an array of objects, or objects in lines of their own.
   *
   * @param body at most {@link UsageExchange#LONGEST_BODY}; not changed afterwards
   * @return completes when all are on disk
   */
  public Future<ReportReceipt> report(Buffer body) {
    if (!config.isOn()) {
      return Future.failedFuture(off());
    }
    if (body.length() > UsageExchange.LONGEST_BODY) {
      return refused(
          UsageRefusal.of(
              Reason.TOO_LARGE,
              "the body is longer than " + UsageExchange.LONGEST_BODY + " bytes"));
    }
    byte[] bytes = body.getBytes();
    return answered(
        parsers
            .run(() -> parser().read(bytes, clock.instant()))
            .compose(read -> writer().write(read.reports(), read.ignored())));
  }

  /** Counts reports; gives up after {@code within}. */
  public Future<UsageTable> count(UsageQuestion question, Duration within) {
    if (!config.isOn()) {
      return Future.failedFuture(off());
    }
    if (question.distinctHosts() && config.identities() == Identities.DROPPED) {
      return refused(
          UsageRefusal.of(
              Reason.BAD_QUESTION,
              "hosts are not counted here: the operator has not set"
                  + " BLAZON_USAGE_IDENTITIES=hashed"));
    }
    long share = Math.max(1, (long) (within.toMillis() * SHARE));
    return answered(
        readers
            .run(() -> read(open -> open.queries().answer(question, Duration.ofMillis(share))))
            .timeout(Math.max(1, within.toMillis()), TimeUnit.MILLISECONDS));
  }

  /**
   * The reports of a stretch of time, the oldest first, as JSON Lines: each buffer has whole lines.
   * The stream is paused at first, reads from the database only what is asked for, and must be read
   * to its end, or closed.
   *
   * @param from empty: since the first
   * @param to does not belong to it; empty: until now
   */
  public Future<ReportStream> reports(Optional<Instant> from, Optional<Instant> to) {
    if (!config.isOn()) {
      return Future.failedFuture(off());
    }
    if (streams.incrementAndGet() > MOST_STREAMS) {
      streams.decrementAndGet();
      return refused(overBudget());
    }
    long first = from.map(UsageStore::firstId).orElse(0L);
    long end = to.orElseGet(() -> clock.instant().plusMillis(1)).toEpochMilli();
    long last = UsageStore.firstId(Instant.ofEpochMilli(Math.max(0, end)));
    // The first look says whether the database can be read at all.
    return answered(
            readers
                .run(() -> read(open -> open.store().generation()))
                .<ReportStream>map(
                    known ->
                        new PagedReports(
                            vertx,
                            first,
                            next ->
                                readers.run(
                                    () -> read(open -> open.store().page(next, last, PAGE, false))),
                            streams::decrementAndGet)))
        .onFailure(problem -> streams.decrementAndGet());
  }

  /** Reports as JSON Lines. For one event loop. */
  public interface ReportStream extends ReadStream<Buffer> {
    /** Ends the stream early; further calls, and those after its end, do nothing. */
    void close();
  }

  private static UsageRefusedException off() {
    return UsageRefusal.of(Reason.OFF, "usage reports are not switched on").asException();
  }

  private static UsageRefusal overBudget() {
    return new UsageRefusal(Reason.OVER_BUDGET, "too many others ask", RETRY);
  }

  private <T> Future<T> refused(UsageRefusal refusal) {
    metrics.refused(refusal.reason());
    return Future.failedFuture(refusal.asException());
  }

  private <T> Future<T> answered(Future<T> answer) {
    return Contexts.resumeOnCaller(answer.recover(problem -> refused(refusal(problem))));
  }

  private static UsageRefusal refusal(Throwable problem) {
    if (problem instanceof UsageRefusedException refused) {
      return refused.refusal();
    }
    if (problem instanceof BadReportException) {
      return UsageRefusal.of(Reason.BAD_BODY, problem.getMessage());
    }
    if (problem instanceof OverloadedException) {
      return overBudget();
    }
    if (problem instanceof TimeoutException) {
      return new UsageRefusal(Reason.SLOW, "the answer takes longer than you wait", RETRY);
    }
    if (!(problem instanceof StoreException)) {
      InternalErrors.log(problem, "usage reports fail");
    } // Else the gate has logged it, once.
    return new UsageRefusal(Reason.UNAVAILABLE, "the database of reports fails", RETRY);
  }

  /** Something that is read from the open database. */
  private interface Read<T> {
    T from(Opened open);
  }

  private <T> T read(Read<T> read) {
    reads.enter();
    try {
      T result = read.from(open());
      reads.succeeded();
      return result;
    } catch (StoreException e) {
      reads.failed(e);
      throw e;
    }
  }

  private synchronized Opened open() {
    if (isClosed) {
      throw new StoreException("the service has stopped");
    }
    if (opened.isEmpty()) {
      UsageStore store =
          UsageStore.open(
              config.database(), config.dimensions().stream().map(FieldPath::toString).toList());
      opened = Optional.of(new Opened(store, new UsageQueries(store, clock)));
    }
    return opened.get();
  }

  private synchronized ReportWriter writer() {
    if (isClosed) {
      throw new StoreException("the service has stopped");
    }
    if (writer.isEmpty()) {
      writer =
          Optional.of(
              new ReportWriter(() -> open().store(), writes, clock, config.days(), metrics));
    }
    return writer.get();
  }

  /** Deletes, in the background, the reports that are older than the operator allows. */
  synchronized void forgetOld() {
    if (!isClosed) {
      writer().forgetOld();
    }
  }

  private synchronized int waiting() {
    return writer.map(ReportWriter::waiting).orElse(0);
  }

  /** The secret is read once, when it is first needed. */
  private synchronized Reports parser() {
    if (reports.isEmpty()) {
      try {
        IdentityHash hash = new IdentityHash(KeyFile.read(keyFile()));
        reports = Optional.of(new Reports(config.identities(), hash));
      } catch (IOException e) {
        StoreException problem = new StoreException("the secret of hashes cannot be read", e);
        writes.failed(problem);
        throw problem;
      }
    }
    return reports.get();
  }

  private Path keyFile() {
    Path folder =
        config.database() instanceof StoreLocation.Sqlite sqlite
            ? sqlite.folder()
            : UserDataFolder.locate().resolve("stats");
    return config.keyFile().orElse(folder.resolve("usage.key"));
  }

  /** Writes what was accepted, and closes the database; does not close Vert.x. */
  public Future<Void> close() {
    forgetting.ifPresent(vertx::cancelTimer);
    return parsers
        .close()
        .eventually(readers::close)
        .transform(
            ended -> {
              Promise<Void> closed = Promise.promise();
              DaemonThreads.named("usage-stop").newThread(() -> stop(closed)).start();
              return Contexts.resumeOnCaller(closed.future());
            });
  }

  private void stop(Promise<Void> closed) {
    try {
      Optional<ReportWriter> last;
      synchronized (this) {
        last = writer;
      }
      last.ifPresent(ReportWriter::close); // Not while locked: it may open the database.
      synchronized (this) {
        isClosed = true;
        opened.ifPresent(open -> open.store().close());
        opened = Optional.empty();
      }
    } catch (RuntimeException e) {
      InternalErrors.log(e, "the database of usage reports could not be closed");
    }
    closed.complete();
  }
}
