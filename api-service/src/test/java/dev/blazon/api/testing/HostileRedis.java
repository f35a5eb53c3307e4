package dev.blazon.api.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server in Redis's place, on a free local port. It greets like Redis, stores nothing, and plays
 * its trick whenever a value is read. Each connection has a thread.
 */
public final class HostileRedis implements AutoCloseable {

  /** What is sent instead of a reply. */
  @FunctionalInterface
  public interface Trick {
    void play(OutputStream out) throws IOException;

    /** Sends a text; a tilde stands for the end of a line. */
    static Trick text(String text) {
      return out -> out.write(bytes(text));
    }

    /** Sends one text, then another one again and again, until nobody listens. */
    static Trick endless(String first, String again) {
      return out -> {
        out.write(bytes(first));
        byte[] block = bytes(again.repeat(Math.max(1, BLOCK / again.length())));
        for (long sent = 0; sent < MOST; sent += block.length) {
          out.write(block);
        }
      };
    }
  }

  /** An honest reply: there is nothing under the key. */
  public static final Trick NONE = Trick.text("$0~~");

  private static final int BLOCK = 64 * 1024;

  /** An endless trick ends after so many bytes, if it is listened to. */
  private static final long MOST = 1L << 30;

  private static final byte[] GREETING = bytes("%1~$6~server~$5~redis~");

  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger played = new AtomicInteger();
  private final boolean atOnce;
  private volatile List<Trick> tricks;

  private HostileRedis(List<Trick> tricks, boolean atOnce) {
    this.tricks = tricks;
    this.atOnce = atOnce;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run("hostile-redis", this::accept);
  }

  /** Starts a server that plays these tricks in turn when values are read. */
  public static HostileRedis start(List<Trick> tricks) {
    return new HostileRedis(tricks, false);
  }

  /** Starts a server that plays a trick in place of its greeting. */
  public static HostileRedis startUngreeted(Trick trick) {
    return new HostileRedis(List.of(trick), true);
  }

  public String url() {
    return "redis://127.0.0.1:" + server.getLocalPort();
  }

  /** How many tricks have been begun. */
  public int played() {
    return played.get();
  }

  /** Becomes honest. */
  public void repent() {
    tricks = List.of(NONE);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket socket = server.accept();
      open.add(socket);
      run("hostile-redis-connection", () -> serve(socket));
    }
  }

  private void serve(Socket socket) throws IOException {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = new BufferedOutputStream(socket.getOutputStream())) {
      while (true) {
        switch (command(in)) {
          case "HELLO" -> {
            if (atOnce) {
              play(out);
            } else {
              out.write(GREETING);
            }
          }
          case "GETRANGE", "GET" -> play(out);
          default -> out.write(bytes("+OK~"));
        }
        out.flush();
      }
    } finally {
      open.remove(socket);
    }
  }

  private void play(OutputStream out) throws IOException {
    List<Trick> now = tricks;
    now.get(played.getAndIncrement() % now.size()).play(out);
  }

  /** Reads a command with its arguments, and returns its name. */
  private static String command(InputStream in) throws IOException {
    int count = Integer.parseInt(line(in).substring(1));
    String name = "";
    for (int i = 0; i < count; i++) {
      int length = Integer.parseInt(line(in).substring(1));
      String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      line(in);
      name = i == 0 ? text : name;
    }
    return name.toUpperCase(Locale.ROOT);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static byte[] bytes(String text) {
    return text.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void run(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The other side, or the test, has closed the socket.
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }
}
