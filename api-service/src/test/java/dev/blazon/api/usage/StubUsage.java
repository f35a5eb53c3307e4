package dev.blazon.api.usage;

import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.UsageTable.Row;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Reports as a test wants them to be, and everything that was asked. */
public final class StubUsage implements Usage {

  /** A table without anything. */
  public static final UsageTable EMPTY = table(0, 0);

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<UsageQuestion> questions = new CopyOnWriteArrayList<>();
  private final AtomicInteger openStreams = new AtomicInteger();
  private final AtomicInteger sentBuffers = new AtomicInteger();
  private volatile Function<UsageQuestion, Future<UsageTable>> counting =
      question -> Future.succeededFuture(EMPTY);
  private volatile Future<ReportReceipt> receipt =
      Future.succeededFuture(new ReportReceipt(1, 0, 0));
  private volatile List<String> lines = List.of();
  private volatile boolean endless;
  private volatile boolean breaking;

  /** A table of reports with one field, exact and whole. */
  public static UsageTable table(long records, long errors, Row... rows) {
    return new UsageTable(
        List.of(rows),
        records,
        errors,
        rows.length,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        UsageTable.Source.REPORTS,
        0);
  }

  /** A row without time. */
  public static Row row(long reports, String... keys) {
    return new Row(Optional.empty(), List.of(keys), reports, OptionalLong.empty());
  }

  /** A row of a stretch that begins at a day, with its hosts. */
  public static Row row(String day, long reports, long hosts, String... keys) {
    return new Row(
        Optional.of(Instant.parse(day + "T00:00:00Z")),
        List.of(keys),
        reports,
        OptionalLong.of(hosts));
  }

  public StubUsage answers(UsageTable table) {
    counting = question -> Future.succeededFuture(table);
    return this;
  }

  public StubUsage answers(Function<UsageQuestion, Future<UsageTable>> how) {
    counting = how;
    return this;
  }

  public StubUsage refuses(UsageRefusal refusal) {
    counting = question -> Future.failedFuture(refusal.asException());
    receipt = Future.failedFuture(refusal.asException());
    return this;
  }

  public StubUsage receives(ReportReceipt what) {
    receipt = Future.succeededFuture(what);
    return this;
  }

  /** The reports in buffers. */
  public StubUsage has(String... buffers) {
    lines = List.of(buffers);
    return this;
  }

  /** Reports that never end. */
  public StubUsage neverEnds() {
    endless = true;
    return this;
  }

  /** The stream fails after its last buffer. */
  public StubUsage breaksOff() {
    breaking = true;
    return this;
  }

  public List<String> bodies() {
    return bodies;
  }

  public List<UsageQuestion> questions() {
    return questions;
  }

  public int openStreams() {
    return openStreams.get();
  }

  /** How many buffers of reports were read. */
  public int sentBuffers() {
    return sentBuffers.get();
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Future<ReportReceipt> report(Buffer body, Duration within) {
    bodies.add(body.toString());
    return receipt;
  }

  @Override
  public Future<UsageTable> count(UsageQuestion question, Duration within) {
    questions.add(question);
    return counting.apply(question);
  }

  @Override
  public Future<Reports> reports(Optional<Instant> from, Optional<Instant> to, Duration within) {
    openStreams.incrementAndGet();
    return Future.succeededFuture(new Stream());
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  /** Gives a buffer for each one that is fetched. */
  private final class Stream implements Reports {

    private Handler<Buffer> handler = part -> {};
    private Handler<Void> endHandler = end -> {};
    private Handler<Throwable> exceptionHandler = problem -> {};
    private int next;
    private boolean closed;

    @Override
    public Stream fetch(long amount) {
      if (next < lines.size() || (endless && !lines.isEmpty())) {
        sentBuffers.incrementAndGet();
        handler.handle(Buffer.buffer(lines.get(next++ % lines.size())));
      } else if (breaking) {
        exceptionHandler.handle(new IllegalStateException("the database is gone"));
      } else {
        endHandler.handle(null);
      }
      return this;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        openStreams.decrementAndGet();
      }
    }

    @Override
    public Stream exceptionHandler(Handler<Throwable> next) {
      exceptionHandler = next;
      return this;
    }

    @Override
    public Stream handler(Handler<Buffer> next) {
      handler = next;
      return this;
    }

    @Override
    public Stream endHandler(Handler<Void> next) {
      endHandler = next;
      return this;
    }

    @Override
    public Stream pause() {
      return this;
    }

    @Override
    public Stream resume() {
      return this;
    }
  }
}
