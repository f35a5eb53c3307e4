package dev.blazon.service.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.util.AsciiString;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Decodes the requests of one connection and estimates what they take in memory: a head that is not
 * complete, requests that have no answer yet, and what the client has sent in advance behind them.
 * A request that is answered as soon as it is read, such as a cached badge, costs nothing here.
 * Used on one event loop.
 */
final class MeteredRequestDecoder extends VertxHttpRequestDecoder {

  /** Varnish sends 64 headers at most, browsers about 20. */
  private static final int MOST_HEADERS = 128;

  /** About what a request takes besides its bytes: objects of Netty and Vert.x. */
  private static final int A_REQUEST = 512;

  /** About what one header takes besides its bytes: an entry and two texts. */
  private static final int A_HEADER = 160;

  /** The first buffer of an incomplete head ({@link ConnectionMemory}). */
  private static final int A_BUFFER = 1024;

  private final RequestMemory memory;
  private ChannelHandlerContext context;
  private boolean gone;

  /** Whether the head of the current request is complete, but not its body. */
  private boolean inBody;

  /** After a malformed request, everything is skipped. */
  private boolean broken;

  /** The bytes of the current head that have been decoded, while it is incomplete. */
  private int headBytes;

  private int headers;
  private int unanswered;

  /** The weight of the oldest request without an answer. */
  private int firstWeight;

  /** The weights of the requests behind it, which clients may send in advance (pipelining). */
  private final Queue<Integer> nextWeights = new ArrayDeque<>(0);

  private long nextWeight;

  /** The bytes of bodies of requests that are not the first. */
  private long nextBytes;

  private long held;

  MeteredRequestDecoder(Http1ServerConfig options, RequestMemory memory) {
    super(options);
    this.memory = memory;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object input) throws Exception {
    super.channelRead(ctx, input);
    settle();
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out)
      throws Exception {
    int readable = buffer.readableBytes();
    int before = out.size();
    super.decode(ctx, buffer, out);
    headBytes = inBody || broken ? 0 : headBytes + readable - buffer.readableBytes();
    for (int i = before; i < out.size(); i++) {
      note(out.get(i));
    }
  }

  private void note(Object decoded) {
    if (decoded instanceof HttpRequest request) {
      begin();
      broken = request.decoderResult().isFailure();
      inBody = !broken;
    } else if (decoded instanceof HttpContent content) {
      if (unanswered > 1) {
        nextBytes += content.content().readableBytes();
      }
      broken |= content.decoderResult().isFailure();
      inBody &= !(content instanceof LastHttpContent);
      headers = 0;
    }
  }

  private void begin() {
    int weight = A_REQUEST + headBytes + A_HEADER * headers;
    if (unanswered == 0) {
      firstWeight = weight;
    } else {
      nextWeights.add(weight);
      nextWeight += weight;
    }
    unanswered++;
    headBytes = 0;
    headers = 0;
    memory.complete(this);
  }

  /** Called for the name of each header. */
  @Override
  protected AsciiString splitHeaderName(byte[] bytes, int start, int length) {
    if (++headers > MOST_HEADERS) {
      throw new TooLongHttpHeaderException("more than " + MOST_HEADERS + " headers");
    }
    return super.splitHeaderName(bytes, start, length);
  }

  /** The oldest request has been answered. */
  void answered() {
    unanswered--;
    if (unanswered > 0) {
      firstWeight = nextWeights.remove();
      nextWeight -= firstWeight;
    }
    if (unanswered <= 1) {
      nextBytes = 0;
    }
    if (held > 0) {
      settle();
    }
  }

  /** Brings the budget up to date with what this connection holds now. */
  private void settle() {
    if (gone) {
      return;
    }
    long incomplete = incomplete();
    if (incomplete > 0 && !inBody) {
      memory.incomplete(this);
    }
    long now = incomplete + (unanswered > 0 ? firstWeight + nextWeight + nextBytes : 0);
    if (now < held) {
      memory.release(held - now);
      held = now;
    } else if (now > held) {
      if (memory.take(this, now - held)) {
        held = now;
      } else {
        abort();
      }
    }
  }

  /** A buffer that grows may be twice as long as what it holds. */
  private long incomplete() {
    int undecoded = actualReadableBytes();
    return undecoded + headBytes == 0
        ? 0
        : A_BUFFER + 2L * undecoded + headBytes + (long) A_HEADER * headers;
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    super.channelInactive(ctx);
    if (!gone && !inBody && !broken && unanswered > 0) {
      memory.aborted();
    }
    leave();
  }

  /** Closes the connection at once, without waiting for its answers to be sent. */
  void abort() {
    leave();
    ChannelFuture unused = context.close();
  }

  private void leave() {
    if (!gone) {
      gone = true;
      memory.complete(this);
      memory.release(held);
      held = 0;
    }
  }
}
