package dev.blazon.api.stack;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * One kind of attack: how many connections, what is sent on each at first and then again and again,
 * and how each round ends. An {@link Attacker} carries it out.
 */
enum Attack {
  /** Long forms that stop in the middle. */
  FORMS_WITHOUT_END(60, Round.STAYS_AND_READS, Text.LONG_FORM + "a".repeat(100_000), "aaaa"),
  /** A body that arrives byte by byte. */
  DRIPPING_BODIES(100, Round.STAYS_AND_READS, Text.REPORT + "Content-Length: 1000\r\n\r\n", "a"),
  /** Heads that fill the longest buffer and never end. */
  HEADS_WITHOUT_END(500, Round.STAYS_AND_READS, Text.BADGE + "X: " + "a".repeat(15_800), ""),
  /** Heads that arrive byte by byte. */
  DRIPPING_HEADS(300, Round.STAYS_AND_READS, Text.BADGE + "X-Slow: ", "a"),
  /** Clients that ask for long answers and never read one. */
  NEVER_READING(50, Round.STAYS, Text.DOCUMENT.repeat(100), Text.DOCUMENT.repeat(10)),
  /** Many requests at once on each connection. */
  PIPELINES(20, Round.STAYS_AND_READS, Text.GET_BADGE.repeat(200), Text.GET_BADGE.repeat(20)),
  /** Requests that need PyPI, each of which is aborted. */
  ABORTED_REQUESTS(
      20, Round.RESETS, "GET /version/never-seen/badge.svg HTTP/1.1\r\nHost: x\r\n\r\n", ""),
  /** Bodies that break off. */
  ABORTED_BODIES(20, Round.RESETS, Text.LONG_FORM + "abc", ""),
  /** Chunks whose size is none. */
  MALFORMED_CHUNKS(
      20, Round.ENDS, Text.REPORT + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", ""),
  /** Bytes that are not HTTP. */
  RANDOM_BYTES(10, Round.ENDS, Text.random(), ""),
  /** HTTP/2 without TLS, which no port speaks. */
  HTTP2(10, Round.ENDS, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0", ""),
  /** Connections on which nothing is sent. */
  IDLE(1_000, Round.STAYS_AND_READS, "", ""),
  /** READMEs as long as they may be, which take long to repair. */
  LONG_READMES(2, Round.ENDS, Text.longReadme(), "");

  /** How a round ends. */
  enum Round {
    /** The connections stay open until the server closes them; nothing is read. */
    STAYS,
    /** The connections stay open until the server closes them. */
    STAYS_AND_READS,
    /** What the server sends is read; then the client closes the connections. */
    ENDS,
    /** The client resets the connections at once. */
    RESETS
  }

  private final int connections;
  private final Round round;
  private final String first;
  private final String again;

  Attack(int connections, Round round, String first, String again) {
    this.connections = connections;
    this.round = round;
    this.first = first;
    this.again = again;
  }

  int connections() {
    return connections;
  }

  Round round() {
    return round;
  }

  /** What is sent on a new connection. */
  byte[] first() {
    return first.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What is sent about ten times a second from then on. */
  byte[] again() {
    return again.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Requests and parts of them. */
  private static final class Text {
    static final String BADGE = "GET /badge/a-b-red.svg HTTP/1.1\r\nHost: x\r\n";
    static final String GET_BADGE = BADGE + "\r\n";
    static final String DOCUMENT = "GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";
    static final String REPORT = "POST /api/client-errors HTTP/1.1\r\nHost: x\r\n";
    static final String LONG_FORM =
        "POST /repair HTTP/1.1\r\nHost: x\r\nContent-Length: 1570000\r\n\r\nreadme=";

    static String random() {
      byte[] bytes = new byte[16 * 1024];
      new Random(1).nextBytes(bytes);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static String longReadme() {
      String body =
          "readme=" + "https%3A%2F%2Fpypip.in%2Fversion%2Frequests%2Fbadge.svg+".repeat(9_000);
      return "POST /repair HTTP/1.1\r\nHost: x\r\nContent-Length: "
          + body.length()
          + "\r\n\r\n"
          + body;
    }
  }
}
