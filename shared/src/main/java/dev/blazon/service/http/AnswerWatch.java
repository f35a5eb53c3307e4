package dev.blazon.service.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Watches what one connection has written: when an answer is complete, and how many bytes the
 * client has not taken. Used on one event loop.
 */
final class AnswerWatch extends ChannelDuplexHandler {

  private final MeteredRequestDecoder requests;
  private final UnreadAnswers unread;
  private ChannelHandlerContext context;
  private boolean gone;

  /** The unsent bytes of which {@link #unread} knows. */
  private long unsent;

  private long unsentSince;
  private long lastProgress;

  AnswerWatch(MeteredRequestDecoder requests, UnreadAnswers unread) {
    this.requests = requests;
    this.unread = unread;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    ChannelFuture unused = ctx.write(message, promise);
    if (message instanceof LastHttpContent && !isContinue(message)) {
      requests.answered();
    }
  }

  /** An answer that lets the client send the body is not the answer to the request. */
  private static boolean isContinue(Object message) {
    return message instanceof HttpResponse response
        && response.status().code() == HttpResponseStatus.CONTINUE.code();
  }

  @Override
  public void flush(ChannelHandlerContext ctx) {
    ctx.flush();
    look();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    look();
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    leave();
    ctx.fireChannelInactive();
  }

  private void look() {
    ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
    long now = waiting == null ? 0 : waiting.totalPendingWriteBytes();
    if (now == unsent || gone) {
      return;
    }
    if (unsent == 0) {
      unsentSince = System.nanoTime();
      lastProgress = unsentSince;
    } else if (now < unsent) {
      lastProgress = System.nanoTime();
    }
    if (unread.update(this, unsent, now)) {
      unsent = now;
    } else {
      abort();
    }
  }

  /**
   * Closes the connection if its client takes too long.
   *
   * @param now the time, as {@link System#nanoTime} gives it
   * @param pause how many nanoseconds the client may take nothing
   * @param inAll how many nanoseconds may pass until it has taken everything
   */
  void closeIfLate(long now, long pause, long inAll) {
    look();
    if (unsent > 0 && (now - lastProgress > pause || now - unsentSince > inAll)) {
      abort();
    }
  }

  /** Closes the connection at once, without waiting for the client to take the rest. */
  void abort() {
    leave();
    ChannelFuture unused = context.close();
  }

  private void leave() {
    if (!gone) {
      gone = true;
      unread.update(this, unsent, 0);
      unsent = 0;
    }
  }
}
