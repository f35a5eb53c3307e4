package dev.blazon.api.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Many connections of an attacker to one port. Its methods never wait for the server. */
final class Crowd implements AutoCloseable {

  private final List<SocketChannel> open = new ArrayList<>();
  private long written;

  /** Opens this many connections; those that the server does not accept do not count as open. */
  static Crowd of(int size, int port) {
    Crowd crowd = new Crowd();
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < size; i++) {
      try {
        SocketChannel channel = SocketChannel.open(server);
        channel.configureBlocking(false);
        crowd.open.add(channel);
      } catch (IOException e) {
        if (crowd.open.isEmpty()) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return crowd;
  }

  /**
   * Writes these bytes to each connection, as far as its socket accepts them, and removes
   * connections that the server has closed.
   *
   * @return the number of bytes accepted in all
   */
  long write(byte[] bytes) {
    long before = written;
    open.removeIf(channel -> !write(channel, bytes));
    return written - before;
  }

  private boolean write(SocketChannel channel, byte[] bytes) {
    try {
      written += channel.write(ByteBuffer.wrap(bytes));
      return true;
    } catch (IOException e) {
      close(channel);
      return false;
    }
  }

  /** Closes the sending half of each connection. */
  void shutdownOutput() {
    for (SocketChannel channel : open) {
      try {
        channel.shutdownOutput();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Reads and discards what the server sent, and removes connections that it has closed. */
  void look() {
    ByteBuffer rubbish = ByteBuffer.allocate(16 * 1024);
    open.removeIf(channel -> isOver(channel, rubbish));
  }

  private static boolean isOver(SocketChannel channel, ByteBuffer rubbish) {
    try {
      int read;
      do {
        rubbish.clear();
        read = channel.read(rubbish);
      } while (read > 0);
      if (read == 0) {
        return false;
      }
    } catch (IOException e) {
      // Reset: another way of closing a connection.
    }
    close(channel);
    return true;
  }

  /** The number of open connections at the last {@link #look()}. */
  int size() {
    return open.size();
  }

  /** Resets each connection, as a client does that ends while it has unread answers. */
  void reset() {
    for (SocketChannel channel : open) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    close();
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    open.forEach(Crowd::close);
    open.clear();
  }
}
