package dev.blazon.api.lookup.store;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Consumer;

/**
 * Closes a connection to Redis when the server sends more than we asked for: a reply that is too
 * large, too deep or malformed, or one without a request. It stands before the client's own parser,
 * which allocates whatever an array's or string's length says, and keeps a line until it ends.
 */
final class RespGuard extends ChannelDuplexHandler {

  /** No error or status of Redis is nearly as long. */
  private static final int MAX_LINE = 4 * 1024;

  /** A value one byte longer than the longest that we store, by which it is known as too long. */
  private static final int MAX_BULK = CachedFactCodec.MAX_BYTES + 1;

  /**
   * Bounds the slots of a cluster, the largest reply that we ask for: about 3,000 ranges of slots
   * with three nodes each. A cluster has usually as many ranges as masters.
   */
  private static final int MAX_ELEMENTS = 64 * 1024;

  private static final int MAX_REPLY = 4 << 20;

  private static final RespReader.Limits OF_REPLIES =
      new RespReader.Limits(MAX_LINE, MAX_BULK, MAX_ELEMENTS, MAX_REPLY);

  /** What we send ourselves is only counted. */
  private static final RespReader.Limits OF_REQUESTS =
      new RespReader.Limits(MAX_LINE, Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

  private final RespReader requests = new RespReader(OF_REQUESTS);
  private final RespReader replies = new RespReader(OF_REPLIES);
  private final Consumer<String> refused;
  private int unanswered;
  private boolean closed;

  /**
   * @param refused receives the reason, once, on the connection's event loop
   */
  RespGuard(Consumer<String> refused) {
    this.refused = refused;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof ByteBuf bytes) {
      unanswered += requests.read(bytes, Integer.MAX_VALUE);
    }
    super.write(context, message, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (closed || (message instanceof ByteBuf bytes && !isAllowed(bytes))) {
      ReferenceCountUtil.release(message);
      close(context, context.newPromise());
    } else {
      context.fireChannelRead(message);
    }
  }

  private boolean isAllowed(ByteBuf bytes) {
    try {
      unanswered -= replies.read(bytes, unanswered);
      return true;
    } catch (RespException e) {
      closed = true;
      refused.accept(e.getMessage());
      return false;
    }
  }
}
