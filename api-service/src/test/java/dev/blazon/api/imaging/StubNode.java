package dev.blazon.api.imaging;

import dev.blazon.badge.ImageFormat;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A stand-in for an imaging service on plain sockets: healthy, or with one of the usual faults. */
final class StubNode {

  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: " + ImageFormat.SVG.contentType() + "\r\nETag: \"tag\"\r\n";

  /** How it answers. */
  enum Health {
    WELL {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket.write(HEAD + "Content-Length: 7\r\n\r\npainted");
      }
    },
    /** Healthy but slow: well below the deadline, but noticeably. */
    SLOW {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        vertx.setTimer(500, late -> WELL.answer(vertx, socket));
      }
    },
    SILENT {
      @Override
      void answer(Vertx vertx, NetSocket socket) {}
    },
    HANGS_UP {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket.close();
      }
    },
    RESETS_IN_THE_MIDDLE {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket
            .write(HEAD + "Content-Length: 1000\r\n\r\npai")
            .onComplete(written -> socket.close());
      }
    },
    STOPS_IN_THE_MIDDLE {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket.write(HEAD + "Content-Length: 1000\r\n\r\npai");
      }
    },
    TRICKLES {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket.write(HEAD + "Content-Length: 1000\r\n\r\n");
        vertx.setPeriodic(
            20, tick -> socket.write("p").onFailure(closed -> vertx.cancelTimer(tick)));
      }
    },
    NEVER_ENDS {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket.write(HEAD + "Content-Length: 10000000000\r\n\r\n");
        vertx.setPeriodic(
            1,
            tick -> {
              if (!socket.writeQueueFull()) {
                socket.write("p".repeat(64 * 1024)).onFailure(closed -> vertx.cancelTimer(tick));
              }
            });
      }
    },
    BUSY {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket.write("HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy");
      }
    },
    BROKEN {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket.write("HTTP/1.1 500 Broken\r\nContent-Length: 6\r\n\r\nbroken");
      }
    },
    SOMEBODY_ELSE {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket.write(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"x\"\r\nContent-Length: 4\r\n\r\nhtml");
      }
    },
    SOMEBODY_ELSE_WITHOUT_IT {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
      }
    },
    WITHOUT_TAG {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket.write(
            "HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml;charset=utf-8\r\nContent-Length: 1\r\n\r\np");
      }
    },
    NO_HTTP {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        socket.write("-ERR unknown command 'GET'\r\n");
      }
    },
    GONE {
      @Override
      void answer(Vertx vertx, NetSocket socket) {
        throw new AssertionError("no server listens");
      }
    };

    abstract void answer(Vertx vertx, NetSocket socket);
  }

  private final Vertx vertx;
  private final String host;
  private final int port;
  private final AtomicInteger requests = new AtomicInteger();
  private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
  private volatile Health health = Health.WELL;
  private NetServer server;

  private StubNode(Vertx vertx, String host, int port) throws TimeoutException {
    this.vertx = vertx;
    this.host = host;
    this.server = listen(port);
    this.port = server.actualPort();
  }

  static StubNode start(Vertx vertx) throws TimeoutException {
    return start(vertx, "127.0.0.1", 0);
  }

  /** Starts one at another loopback address, for nodes that share a name and therefore a port. */
  static StubNode start(Vertx vertx, String host, int port) throws TimeoutException {
    return new StubNode(vertx, host, port);
  }

  URI url() {
    return URI.create("http://" + host + ":" + port);
  }

  int port() {
    return port;
  }

  /** Requests of all kinds, probes included. */
  int requests() {
    return requests.get();
  }

  void forget() {
    requests.set(0);
  }

  int connections() {
    return open.size();
  }

  void becomes(Health next) throws TimeoutException {
    if (health == Health.GONE && next != Health.GONE) {
      server = listen(port);
    }
    if (next == Health.GONE) {
      server.close().await(5, TimeUnit.SECONDS);
    }
    health = next;
  }

  private NetServer listen(int onPort) throws TimeoutException {
    return vertx
        .createNetServer()
        .connectHandler(this::serve)
        .listen(onPort, host)
        .await(5, TimeUnit.SECONDS);
  }

  private void serve(NetSocket socket) {
    open.add(socket);
    socket.closeHandler(closed -> open.remove(socket));
    socket.handler(
        data -> {
          if (data.toString().endsWith("\r\n\r\n")) {
            requests.incrementAndGet();
            health.answer(vertx, socket);
          }
        });
  }
}
