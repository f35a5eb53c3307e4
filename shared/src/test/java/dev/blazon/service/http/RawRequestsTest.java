package dev.blazon.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sends raw bytes that no HTTP client would send to {@link RequestBodyGuard} and {@link
 * MalformedRequests}.
 */
class RawRequestsTest {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final int MOST_BYTES = 1000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

  private final Vertx vertx = Vertx.vertx();
  private final ClientErrorCount errors = new ClientErrorCount(new SimpleMeterRegistry());
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setMaxHeaderSize(2000))
            .invalidRequestHandler(new MalformedRequests(errors))
            .requestHandler(new RequestBodyGuard(MOST_BYTES, errors, this::answer))
            .listen(0, "127.0.0.1")
            .await(20, TimeUnit.SECONDS);
  }

  /** Paths that begin with {@code /late} are answered after the next request has been read. */
  private void answer(HttpServerRequest request) {
    if (request.path().startsWith("/late")) {
      vertx.setTimer(100, now -> request.response().end("answered"));
    } else {
      request.response().end("answered");
    }
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  /** Expects these statuses until the connection is closed, as the second request demands. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no body                   | GET /1 HTTP/1.1~Host: x~~                                   | 200 200",
        "a short body              | GET /1 HTTP/1.1~Host: x~Content-Length: 7~~label=x          | 200 200",
        "a body like a request     | GET /1 HTTP/1.1~Host: x~Content-Length: 30~~GET /hidden HTTP/1.1~Host: x~~| 200 200",
        "a short chunked body      | GET /1 HTTP/1.1~Host: x~Transfer-Encoding: chunked~~1~a~0~~ | 200",
        "length and chunks         | GET /1 HTTP/1.1~Host: x~Content-Length: 5~Transfer-Encoding: chunked~~0~~GET /hidden HTTP/1.1~Host: x~~ | 400",
        "chunks and length         | GET /1 HTTP/1.1~Host: x~Transfer-Encoding: chunked~Content-Length: 5~~0~~GET /hidden HTTP/1.1~Host: x~~ | 400",
        "the same, answered late   | GET /late HTTP/1.1~Host: x~Transfer-Encoding: chunked~Content-Length: 5~~0~~GET /hidden HTTP/1.1~Host: x~~ | 400",
        "two lengths               | GET /1 HTTP/1.1~Host: x~Content-Length: 5~Content-Length: 6~~123456 | 400",
        "a length that is none     | GET /1 HTTP/1.1~Host: x~Content-Length: +5~~12345           | 400",
        "a negative length         | GET /1 HTTP/1.1~Host: x~Content-Length: -5~~12345           | 400",
        "an unknown coding         | GET /1 HTTP/1.1~Host: x~Transfer-Encoding: xchunked~~0~~    | 400",
        "a coding before chunks    | GET /1 HTTP/1.1~Host: x~Transfer-Encoding: gzip, chunked~~0~~ | 400",
        "two codings               | GET /1 HTTP/1.1~Host: x~Transfer-Encoding: chunked~Transfer-Encoding: identity~~0~~ | 400",
        "chunks in HTTP/1.0        | GET /1 HTTP/1.0~Host: x~Transfer-Encoding: chunked~~0~~     | 400",
        "a space before the colon  | GET /1 HTTP/1.1~Host: x~Content-Length : 5~~12345           | 400",
        "a chunk size that is none | GET /1 HTTP/1.1~Host: x~Transfer-Encoding: chunked~~zz~a~0~~ | 200",
        "garbage                   | \\x01\\x02\\x03~~                                           | 400",
        "no version                | GET /1~~                                                    | 400",
      })
  void a_body_is_never_taken_for_a_request(String what, String raw, String statuses)
      throws IOException {
    String request = raw.strip().replace("~", "\r\n");

    List<String> answers = answers(request + "GET /2 HTTP/1.1\r\nConnection: close\r\n\r\n");

    assertEquals(List.of(statuses.split(" ")), answers, what);
  }

  @Test
  void a_body_without_an_end_is_cut_off() throws IOException {
    assertEndlessBodyIsCutOff("Transfer-Encoding: chunked", "400\r\n" + "x".repeat(1024) + "\r\n");
    assertEndlessBodyIsCutOff("Content-Length: 999999999999", "x".repeat(1024));
  }

  private void assertEndlessBodyIsCutOff(String header, String part) throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(ascii("POST / HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n"));
      long sent = 0;
      try {
        while (sent < 100 << 20) {
          out.write(ascii(part));
          sent += part.length();
        }
      } catch (SocketException hungUp) {
        // Expected: the server has closed the connection.
      }
      assertTrue(sent < 100 << 20, header + ": " + sent + " bytes were read");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET /%1$s HTTP/1.1,          5000, 414",
    "GET / HTTP/1.1~Long: %1$s,   3000, 431",
    "GET / HTTP/1.1~Bad\u0001: x, 0,    400",
  })
  void a_malformed_request_is_refused_with_all_security_headers(
      String head, int length, String status) throws IOException {
    String request = head.formatted("x".repeat(length)).replace("~", "\r\n") + "\r\n\r\n";

    String answer = exchange(request);

    assertTrue(answer.matches("(?s)HTTP/1\\.[01] " + status + " .*"), answer);
    SecurityHeaders.ALL.forEach(
        header ->
            assertTrue(
                answer.contains("\r\n" + header.getKey() + ": " + header.getValue() + "\r\n"),
                answer));
    assertTrue(answer.contains("\r\nconnection: close\r\n"), answer);
    assertTrue(answer.matches("(?s).*\r\n\r\nt[a-zA-Z ]+\n"), answer);
  }

  private List<String> answers(String raw) throws IOException {
    List<String> statuses = new ArrayList<>();
    Matcher status = STATUS.matcher(exchange(raw));
    while (status.find()) {
      statuses.add(status.group(1));
    }
    return statuses;
  }

  /** Sends the bytes, and reads until the server closes the connection. */
  private String exchange(String raw) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(ascii(raw));
      StringBuilder received = new StringBuilder();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[4096];
      try {
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
          received.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
        }
      } catch (SocketException reset) {
        // The connection was reset: also closed.
      }
      return received.toString();
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
