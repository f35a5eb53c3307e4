package dev.blazon.api.stack;

import dev.blazon.api.stack.Verdict.Kind;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Readers who come at their own pace, whatever the server does (an open loop). */
final class SteadyLoad implements AutoCloseable {

  private static final int TICK_MILLIS = 5;

  /** Failures are judged by what comes, not by how long it takes on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** So many that what is slow for seconds does not keep us from asking for the rest. */
  private static final int CONNECTIONS = 600;

  /** Varnish closes a connection that was not used for five seconds. */
  private static final int KEEP_ALIVE_SECONDS = 3;

  private static final int WARM_UP_READERS = 10;
  private static final int WARM_UP_QUESTIONS = 500;
  private static final Duration WARM_UP_PATIENCE = Duration.ofSeconds(60);

  /** Loads that one stack had to bear: in its logs no two requests have one name. */
  private static final AtomicInteger LOADS = new AtomicInteger();

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
          new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1));
  private final Context loop = vertx.getOrCreateContext();
  private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underway = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final int port;
  private final int perSecond;
  private final Supplier<Question> questions;
  private final String name = "load-" + LOADS.incrementAndGet() + "-";
  private final long start = System.nanoTime();
  private long due;
  private int asked;

  /** What to ask, and how to know a right answer. */
  interface Question {

    /** For the books. */
    String sort();

    String uri();

    Verdict judge(int status, Buffer body);
  }

  /**
   * An answer and what it was worth.
   *
   * @param at seconds from the start of the load to the request
   * @param took seconds to the last byte
   * @param errand how far it came
   */
  record Answered(double at, double took, String sort, String uri, Verdict verdict, String errand) {

    boolean is(Kind kind) {
      return verdict.kind() == kind;
    }

    @Override
    public String toString() {
      return "%.2f s +%.3f s %s %s: %s, %s".formatted(at, took, sort, uri, verdict, errand);
    }
  }

  private SteadyLoad(int port, int perSecond, Supplier<Question> questions) {
    this.port = port;
    this.perSecond = perSecond;
    this.questions = questions;
  }

  static SteadyLoad start(int port, int perSecond, Supplier<Question> questions) {
    SteadyLoad load = new SteadyLoad(port, perSecond, questions);
    load.loop.runOnContext(
        begin -> load.vertx.setPeriodic(TICK_MILLIS, tick -> load.askWhatIsDue()));
    return load;
  }

  /**
   * Asks for all that will be asked for repeatedly, and then for a while for what is new: a stack
   * that runs for a moment has compiled what it does most. A few readers do it, each of whom waits
   * for an answer before asking again: who asks a cold stack at a fixed rate, on a busy machine,
   * finds out how long a queue can get.
   */
  static void warmUp(int port, Readers readers) throws TimeoutException {
    Iterator<Question> questions =
        Stream.concat(
                readers.repeated().stream(),
                Stream.generate(readers::newBadge).limit(WARM_UP_QUESTIONS))
            .iterator();
    try (SteadyLoad load = start(port, 0, questions::next)) {
      Future.join(
              Stream.generate(() -> load.askOneByOne(questions)).limit(WARM_UP_READERS).toList())
          .await(WARM_UP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
      List<Answered> broken = load.answers(answer -> answer.is(Kind.BROKEN));
      if (!broken.isEmpty()) {
        throw new AssertionError("a cold stack answers badly: " + broken);
      }
    }
  }

  private Future<Void> askOneByOne(Iterator<Question> all) {
    Promise<Void> asked = Promise.promise();
    loop.runOnContext(turn -> askNext(all).onComplete(asked));
    return asked.future();
  }

  private Future<Void> askNext(Iterator<Question> all) {
    if (!all.hasNext()) {
      return Future.succeededFuture();
    }
    Question next = all.next();
    return ask(() -> next).compose(answer -> askNext(all));
  }

  /** Seconds since the start. */
  double now() {
    return seconds(System.nanoTime() - start);
  }

  /** Stops asking, and waits for what is under way. */
  void stop() throws TimeoutException {
    stopped.set(true);
    long deadline = System.nanoTime() + PATIENCE.multipliedBy(2).toNanos();
    while (underway.get() > 0) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException(underway + " requests were never answered");
      }
      vertx.timer(TICK_MILLIS, TimeUnit.MILLISECONDS).await();
    }
  }

  List<Answered> answers() {
    return List.copyOf(answered);
  }

  List<Answered> answers(Predicate<Answered> which) {
    return answered.stream().filter(which).toList();
  }

  /**
   * One line a sort of question: how many, how they were answered, and how long the slowest took.
   */
  String summary(double from, double to) {
    return answered.stream()
        .filter(answer -> answer.at() >= from && answer.at() < to)
        .collect(Collectors.groupingBy(Answered::sort, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> "  " + entry.getKey() + ": " + summary(entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String summary(List<Answered> answers) {
    double[] took = answers.stream().mapToDouble(Answered::took).sorted().toArray();
    return "%d, %d honest, %d broken, p50 %.1f ms, p99 %.0f ms, slowest %.2f s"
        .formatted(
            took.length,
            answers.stream().filter(answer -> answer.is(Kind.HONEST)).count(),
            answers.stream().filter(answer -> answer.is(Kind.BROKEN)).count(),
            took[took.length / 2] * 1e3,
            took[took.length * 99 / 100] * 1e3,
            took[took.length - 1]);
  }

  private void askWhatIsDue() {
    for (long now = (long) (now() * perSecond); due < now && !stopped.get(); due++) {
      ask(questions);
    }
  }

  /**
   * One more question, out of turn. Whoever wants it asked: it is thought of, asked, and judged on
   * the load's own event loop. From another thread an answer can come, and end, between two steps
   * of asking for it, and Vert.x never tells of the end of a body to who asks for it thereafter
   * (5.0.10, its issue 6038).
   */
  Future<Answered> ask(Supplier<Question> question) {
    underway.incrementAndGet();
    Promise<Answered> promise = Promise.promise();
    loop.runOnContext(
        turn ->
            Future.succeededFuture(question)
                .compose(next -> askNow(next.get()))
                .onSuccess(answered::add)
                .onComplete(done -> underway.decrementAndGet())
                .onComplete(promise));
    return promise.future();
  }

  private Future<Answered> askNow(Question question) {
    long begun = System.nanoTime();
    Errand errand = new Errand(name + ++asked, PATIENCE);
    return errand
        .run(client, port, question)
        .otherwise(problem -> Verdict.broken(problem.toString()))
        .map(
            verdict ->
                new Answered(
                    seconds(begun - start),
                    seconds(System.nanoTime() - begun),
                    question.sort(),
                    question.uri(),
                    verdict,
                    errand.toString()));
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  @Override
  public void close() {
    client.close().await();
    vertx.close().await();
  }
}
