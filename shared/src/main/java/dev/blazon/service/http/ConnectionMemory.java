package dev.blazon.service.http;

import dev.blazon.service.ByteBudget;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.RecvByteBufAllocator;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/**
 * Bounds what the connections of one event loop hold in memory: requests ({@link RequestMemory})
 * and answers ({@link UnreadAnswers}). Vert.x bounds each connection, but not their sum, so this
 * adds two handlers to the Netty pipeline of each. Not thread-safe.
 */
final class ConnectionMemory {

  private static final Duration CHECK_EVERY = Duration.ofSeconds(1);

  /**
   * The shortest, first and longest buffer for one read, in bytes: 1 KB holds most requests, and
   * thousands of connections may each keep such a buffer; Netty's own limits are 2 and 64 KB. After
   * one read it is the next connection's turn; a long pipeline would otherwise hold up the others.
   */
  private static final RecvByteBufAllocator BUFFERS =
      new AdaptiveRecvByteBufAllocator(64, 1024, 4 * 1024).maxMessagesPerRead(1);

  private final Http1ServerConfig options;
  private final RequestMemory requests;
  private final UnreadAnswers answers;

  /** The budgets of one port, shared by its event loops. */
  record Budgets(ByteBudget heads, ByteBudget answers) {

    /** Creates the budgets and registers their metrics. */
    static Budgets of(String port, HttpMemory memory, MeterRegistry registry) {
      String prefix = port.equals("service") ? "" : port + "-";
      return new Budgets(
          new ByteBudget(prefix + "heads", memory.heads(), registry),
          new ByteBudget(prefix + "answers", memory.answers(), registry));
    }
  }

  /**
   * Creates the memory of one event loop.
   *
   * @param options the limits of one request
   * @param headWithin how long a request head may be incomplete
   * @param errors counts slow heads and aborted requests
   */
  ConnectionMemory(
      Http1ServerConfig options, Budgets budgets, Duration headWithin, ClientErrorCount errors) {
    this.options = options;
    this.requests = new RequestMemory(budgets.heads(), headWithin, errors);
    this.answers = new UnreadAnswers(budgets.answers());
  }

  /** Starts closing connections that take too long, with a check every second. */
  ConnectionMemory watchedBy(Vertx vertx) {
    vertx.setPeriodic(
        CHECK_EVERY.toMillis(),
        id -> {
          answers.closeLate();
          closeLateHeads(vertx);
        });
    return this;
  }

  private void closeLateHeads(Vertx vertx) {
    if (requests.closeLate()) {
      vertx.runOnContext(others -> closeLateHeads(vertx));
    }
  }

  /** Watches a new connection; call it before anything is read from it. */
  void watch(HttpConnection connection) {
    ChannelHandlerContext context = ((ConnectionBase) connection).channelHandlerContext();
    MeteredRequestDecoder decoder = new MeteredRequestDecoder(options, requests);
    context.channel().config().setRecvByteBufAllocator(BUFFERS);
    context.pipeline().replace(VertxHttpRequestDecoder.class, "httpDecoder", decoder);
    context.pipeline().addBefore(context.name(), "answerWatch", new AnswerWatch(decoder, answers));
  }
}
