package dev.blazon.api.stats;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A stand-in for a stats service on plain sockets: well, or with one of the usual faults. */
final class StubStatsNode {

  /** How many downloads it answers when it is well. */
  static final long DOWNLOADS = 42;

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  private static final String TOTAL =
      "{\"counted\":{\"downloads\":"
          + DOWNLOADS
          + ",\"basis\":{\"first\":20600,\"last\":20629,\"known\":30,\"sources\":[\"files\"],"
          + "\"measure\":\"all\",\"breaks\":false}}}";

  /** How it answers. */
  enum Health {
    WELL {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        write(socket, probe ? "{\"counted\":[]}" : TOTAL);
      }
    },
    SILENT {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {}
    },
    HANGS_UP {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        socket.close();
      }
    },
    CLOSES_IN_THE_MIDDLE {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        socket
            .write(HEAD + "Content-Length: 1000\r\n\r\n{\"cou")
            .onComplete(written -> socket.close());
      }
    },
    TRICKLES {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        socket.write(HEAD + "Content-Length: 1000\r\n\r\n");
        vertx.setPeriodic(
            20, tick -> socket.write(" ").onFailure(closed -> vertx.cancelTimer(tick)));
      }
    },
    NEVER_ENDS {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        socket.write(HEAD + "Content-Length: 10000000000\r\n\r\n");
        vertx.setPeriodic(
            1,
            tick -> {
              if (!socket.writeQueueFull()) {
                socket.write(" ".repeat(64 * 1024)).onFailure(closed -> vertx.cancelTimer(tick));
              }
            });
      }
    },
    LIES {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        write(socket, "{\"counted\":{\"downloads\":-1}}");
      }
    },
    CUTS_ITS_ANSWER {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        write(socket, TOTAL.substring(0, TOTAL.length() - 1));
      }
    },
    BROKEN {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        socket.write("HTTP/1.1 500 Broken\r\nContent-Length: 6\r\n\r\nbroken");
      }
    },
    SOMEBODY_ELSE {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nhtml");
      }
    },
    NO_HTTP {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        socket.write("-ERR unknown command 'GET'\r\n");
      }
    },
    REFUSES {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        socket.write("HTTP/1.1 400 Bad\r\nContent-Length: 7\r\n\r\nwindow:");
      }
    },
    GONE {
      @Override
      void answer(Vertx vertx, NetSocket socket, boolean probe) {
        throw new AssertionError("no server listens");
      }
    };

    abstract void answer(Vertx vertx, NetSocket socket, boolean probe);

    private static void write(NetSocket socket, String json) {
      socket.write(HEAD + "Content-Length: " + json.length() + "\r\n\r\n" + json);
    }
  }

  private final Vertx vertx;
  private final AtomicInteger questions = new AtomicInteger();
  private final AtomicInteger mostConnections = new AtomicInteger();
  private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
  private final int port;
  private volatile Health health = Health.WELL;
  private NetServer server;

  private StubStatsNode(Vertx vertx) throws TimeoutException {
    this.vertx = vertx;
    this.server = listen(0);
    this.port = server.actualPort();
  }

  static StubStatsNode start(Vertx vertx) throws TimeoutException {
    return new StubStatsNode(vertx);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Questions of readers, without probes. */
  int questions() {
    return questions.get();
  }

  int connections() {
    return open.size();
  }

  /** The most connections that were open at once. */
  int mostConnections() {
    return mostConnections.get();
  }

  void becomes(Health next) throws TimeoutException {
    if (health == Health.GONE && next != Health.GONE) {
      server = listen(port);
    }
    if (next == Health.GONE) {
      server.close().await(5, TimeUnit.SECONDS);
      open.forEach(NetSocket::close);
    }
    health = next;
  }

  private NetServer listen(int onPort) throws TimeoutException {
    return vertx
        .createNetServer()
        .connectHandler(this::serve)
        .listen(onPort, "127.0.0.1")
        .await(5, TimeUnit.SECONDS);
  }

  private void serve(NetSocket socket) {
    open.add(socket);
    mostConnections.accumulateAndGet(open.size(), Math::max);
    socket.closeHandler(closed -> open.remove(socket));
    socket.handler(
        data -> {
          String request = data.toString();
          if (request.endsWith("\r\n\r\n")) {
            boolean probe = request.startsWith("GET /v1/top");
            if (!probe) {
              questions.incrementAndGet();
            }
            health.answer(vertx, socket, probe);
          }
        });
  }
}
