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

/** An open load: requests at a fixed rate, however fast the server responds, up to a bound. */
final class SteadyLoad implements AutoCloseable {

  /**
   * Requests a second while parts of a stack are stopped and started. A small shared machine
   * answers as many even while JVMs start, so what a test sees is the stack's doing. {@code
   * -Dstack.rate=1000} looks for the limits of a larger one.
   */
  static final int PER_SECOND = Integer.getInteger("stack.rate", 200);

  private static final int TICK_MILLIS = 5;

  /** Long, because answers are judged by their content, not by their time on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** So many that requests that are slow for seconds do not delay the others. */
  private static final int CONNECTIONS = 600;

  /**
   * No request is sent while this many are unanswered: more than are unanswered on two quiet cores,
   * whatever part is stopped. On a busy machine the load itself gets too little processor time, and
   * without this bound it would mistake its own queue for lost answers.
   */
  static final int MOST_UNDERWAY = 250;

  /**
   * Much shorter than the five seconds after which Varnish closes an idle connection, because a
   * busy machine notices late.
   */
  private static final int KEEP_ALIVE_SECONDS = 1;

  private static final int WARM_UP_READERS = 10;
  private static final int WARM_UP_QUESTIONS = 500;
  private static final Duration WARM_UP_PATIENCE = Duration.ofSeconds(60);

  /** The number of loads so far, so that every request has a unique id in the logs of a stack. */
  private static final AtomicInteger LOADS = new AtomicInteger();

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
          new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1));
  private final Context loop = vertx.getOrCreateContext();
  private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underway = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final int port;
  private final int perSecond;
  private final Supplier<Question> questions;
  private final String name = "load-" + LOADS.incrementAndGet() + "-";
  private final long start = System.nanoTime();
  private long due;
  private volatile int most;
  private final AtomicInteger notSent = new AtomicInteger();
  private int sent;

  /** A request, and the check of its answer. */
  interface Question {

    /** The group in the summary. */
    String sort();

    String uri();

    Verdict judge(int status, Buffer body);
  }

  /**
   * An answer, and its verdict.
   *
   * @param at seconds from the start of the load to the request
   * @param took seconds to the last byte
   * @param errand how far the request came
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
   * Requests every badge that is requested repeatedly, and then new ones for a while, so that the
   * JVMs of the stack compile their most used code. A few readers do this, each of whom waits for
   * an answer before the next request, because a fixed rate on a cold stack and a busy machine
   * would only build a queue.
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
    Promise<Void> done = Promise.promise();
    loop.runOnContext(turn -> sendNext(all).onComplete(done));
    return done.future();
  }

  private Future<Void> sendNext(Iterator<Question> all) {
    if (!all.hasNext()) {
      return Future.succeededFuture();
    }
    Question next = all.next();
    return ask(() -> next).compose(answer -> sendNext(all));
  }

  /** The seconds since the start. */
  double now() {
    return seconds(System.nanoTime() - start);
  }

  /** Sends no more requests, and waits for those under way. */
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

  /** How many requests ended, well or badly. */
  int answered() {
    return ended.get();
  }

  List<Answered> answers(Predicate<Answered> which) {
    return answered.stream().filter(which).toList();
  }

  /** One line for each group of requests: number, verdicts, latencies; and one for the load. */
  String summary() {
    String sorts =
        answered.stream()
            .collect(Collectors.groupingBy(Answered::sort, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(entry -> "  " + entry.getKey() + ": " + summary(entry.getValue()) + "\n")
            .collect(Collectors.joining());
    return sorts + "  at most " + most + " unanswered at once, " + notSent + " not sent for that";
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
      int waiting = underway.get();
      most = Math.max(most, waiting);
      if (waiting < MOST_UNDERWAY) {
        ask(questions);
      } else {
        notSent.incrementAndGet();
      }
    }
  }

  /**
   * Sends one more request now. Whatever the calling thread, the request is created, sent and
   * judged on the load's own event loop. On another thread the answer could come and end between
   * two steps of sending, and a body that is requested after its end is empty (Vert.x 5.1.6; in
   * 5.0.10 it never came, its issue 6038).
   */
  Future<Answered> ask(Supplier<Question> question) {
    underway.incrementAndGet();
    Promise<Answered> promise = Promise.promise();
    loop.runOnContext(
        turn ->
            Future.succeededFuture(question)
                .compose(next -> askNow(next.get()))
                .onSuccess(answered::add)
                .onComplete(done -> ended.incrementAndGet())
                .onComplete(done -> underway.decrementAndGet())
                .onComplete(promise));
    return promise.future();
  }

  private Future<Answered> askNow(Question question) {
    long begun = System.nanoTime();
    Errand errand = new Errand(name + ++sent, PATIENCE);
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
