package dev.blazon.service.http;

import dev.blazon.service.ByteBudget;
import dev.blazon.service.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.Function;

/**
 * Reads the bodies of requests: each up to a maximum length and within some seconds, and all
 * together within one budget of bytes. Thread-safe.
 */
public final class RequestBodies {

  /** How long the first bytes may take; a README of the usual 20 KB has arrived by then. */
  private static final Duration WITHIN = Duration.ofSeconds(5);

  /**
   * The least rate of a long body: each second more must have brought as many bytes. A line of 1
   * Mbit/s is fast enough; the longest form, of 1.5 MB, takes 17 s at most.
   */
  private static final int BYTES_A_SECOND = 128 * 1024;

  /** Bodies that use up the budget are read or refused within seconds. */
  private static final String RETRY_SECONDS = "2";

  private final Vertx vertx;
  private final ByteBudget budget;
  private final Duration within;
  private final ClientErrorCount errors;

  /**
   * Creates a reader with a budget.
   *
   * @param budget the bytes of all bodies that are being read or used
   * @param within how long a body may take that is shorter than 128 KB
   * @param errors counts bodies that could not be read
   */
  RequestBodies(Vertx vertx, ByteBudget budget, Duration within, ClientErrorCount errors) {
    this.vertx = vertx;
    this.budget = budget;
    this.within = within;
    this.errors = errors;
  }

  /**
   * Creates a reader with the usual time limits, and registers the metrics of its budget.
   *
   * @param bytes the limit for all bodies together
   */
  public static RequestBodies of(Vertx vertx, long bytes, MeterRegistry registry) {
    return of(vertx, "bodies", bytes, registry);
  }

  /**
   * The same with a budget of another name, for bodies that must not take the room of others.
   *
   * @param name the value of the tag {@code budget}
   */
  public static RequestBodies of(Vertx vertx, String name, long bytes, MeterRegistry registry) {
    return new RequestBodies(
        vertx, new ByteBudget(name, bytes, registry), WITHIN, new ClientErrorCount(registry));
  }

  /**
   * Reads {@code BLAZON_BODY_MEMORY}: how many bytes of request bodies are held at once.
   *
   * @param longest the longest body that must fit
   */
  public static long memory(Settings settings, long longest) {
    return settings.bytes(
        "BLAZON_BODY_MEMORY", "8mb", longest, "memory for request bodies, in all; beyond it: 503");
  }

  /**
   * Reads a body and keeps its bytes in the budget until it has been used.
   *
   * @param mostBytes the maximum length, in bytes
   * @param use works with the whole body; its bytes are released when the future completes
   * @return the result of {@code use}; fails with {@link UnreadBodyException}, and then the
   *     connection ends with the response. If the body is broken, the response must be sent before
   *     the handler of this failure returns: Vert.x then closes the connection.
   */
  public <T> Future<T> read(
      HttpServerRequest request, int mostBytes, Function<Buffer, Future<T>> use) {
    BodyReader reader = new BodyReader(vertx, request, mostBytes, budget.share(), deadline());
    return reader
        .start()
        .onFailure(unread -> endWithAnswer(request, unread))
        .compose(use)
        .eventually(
            () -> {
              reader.close();
              return Future.succeededFuture();
            });
  }

  private BodyReader.Deadline deadline() {
    return new BodyReader.Deadline(within, BYTES_A_SECOND);
  }

  /** The rest of an unread body may still arrive, so the connection is of no more use. */
  private void endWithAnswer(HttpServerRequest request, Throwable problem) {
    if (problem instanceof UnreadBodyException unread) {
      switch (unread.reason()) {
        case NO_ROOM -> request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        case TOO_LONG -> errors.add(ClientErrorCount.Kind.BODY_TOO_LONG);
        case TOO_SLOW -> errors.add(ClientErrorCount.Kind.BODY_TOO_SLOW);
        case BROKEN -> errors.add(ClientErrorCount.Kind.BODY_BROKEN);
      }
    }
    ConnectionDraining.closeAfterAnswer(request);
  }
}
