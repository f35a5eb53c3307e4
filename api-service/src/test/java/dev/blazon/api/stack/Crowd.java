package dev.blazon.api.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Many connections to one port, of people who mean no good. Never waits for the server. */
final class Crowd implements AutoCloseable {

  private final List<SocketChannel> open = new ArrayList<>();
  private long written;

  /** Opens that many; those that the server does not take are not counted as open. */
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
   * Each writes these bytes, as far as its socket takes them; whom the server has hung up on
   * leaves.
   *
   * @return how many bytes were taken in all
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

  /** Each tells the server that it will say no more. */
  void shutdownOutput() {
    for (SocketChannel channel : open) {
      try {
        channel.shutdownOutput();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whom the server has hung up on leaves; whatever it said is read and forgotten. */
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
      // Reset: the other way of being hung up on.
    }
    close(channel);
    return true;
  }

  /** How many are connected, as far as was seen. */
  int size() {
    return open.size();
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
