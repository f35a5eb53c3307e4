package dev.blazon.api.usage.call;

import static dev.blazon.api.usage.UsageServer.AS_READER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.usage.StubUsage;
import dev.blazon.api.usage.UsageServer;
import dev.blazon.testing.Eventually;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.NetSocket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reports on their way out. */
@Timeout(60)
final class DownloadsTest {

  private static final String DOWNLOAD = "/v1/download/import";
  private static final String ONE = "{\"package\":\"x\",\"python\":{\"version_info\":[3,12]}}\n";
  private static final String TWO = "{\"package\":\"y\"}\n";

  private final Vertx vertx = Vertx.vertx();
  private final StubUsage usage = new StubUsage();
  private UsageServer server;

  @BeforeEach
  void start() throws TimeoutException {
    server = UsageServer.start(vertx, usage, Map.of());
  }

  @AfterEach
  void close() throws TimeoutException {
    server.close();
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @Test
  void reports_are_sent_as_json_lines() throws TimeoutException {
    usage.has(ONE, TWO);

    Response answer = get(DOWNLOAD);

    assertEquals(200, answer.status());
    assertEquals(ONE + TWO, answer.text());
    assertEquals("application/jsonl;charset=utf-8", answer.header("Content-Type"));
    assertEquals("no-store", answer.header("Cache-Control"));
    Eventually.eventually(vertx, () -> usage.openStreams() == 0);
  }

  @Test
  void reports_are_rows_however_their_lines_are_cut() {
    usage.has(ONE.substring(0, 5), ONE.substring(5) + TWO.substring(0, 1), TWO.substring(1));

    String[] rows = get(DOWNLOAD + "?format=csv").text().split("\r\n", -1);

    assertEquals(4, rows.length);
    assertTrue(rows[0].startsWith("server_time,package,version,"), rows[0]);
    assertTrue(rows[1].startsWith(",x,,,,3,12,"), rows[1]);
    assertTrue(rows[2].startsWith(",y,"), rows[2]);
  }

  @Test
  void no_reports_are_a_table_with_a_head() {
    assertEquals("", get(DOWNLOAD).text());
    assertEquals(ReportRows.head(), get(DOWNLOAD + "?format=csv").text());
  }

  @Test
  void reports_are_compressed_for_who_takes_it() throws IOException {
    usage.has(ONE, TWO);
    Map<String, String> headers = new HashMap<>(AS_READER);
    headers.put("Accept-Encoding", "gzip");

    Response answer = server.ask().get(DOWNLOAD, headers);

    assertEquals("gzip", answer.header("Content-Encoding"));
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(answer.body().getBytes()))) {
      assertEquals(ONE + TWO, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void head_reads_no_reports() {
    Response answer = server.ask().request(HttpMethod.HEAD, DOWNLOAD, AS_READER);

    assertEquals(200, answer.status());
    assertEquals(0, usage.sentBuffers());
  }

  @Test
  void a_stream_that_breaks_off_has_no_end() {
    usage.has(ONE).breaksOff();

    assertThrows(RuntimeException.class, () -> get(DOWNLOAD));
  }

  @Test
  void a_reader_who_takes_nothing_makes_the_stream_wait_and_one_who_goes_ends_it()
      throws TimeoutException {
    usage.has("x".repeat(60_000) + "\n").neverEnds();
    NetSocket reader = open();
    Eventually.eventually(vertx, () -> usage.sentBuffers() > 0);
    // What the sockets of both sides hold is some megabytes; the stream would never end.
    int most = 2_000;
    assertTrue(usage.sentBuffers() < most, usage.sentBuffers() + " buffers");

    reader.close();

    Eventually.eventually(vertx, () -> usage.openStreams() == 0);
  }

  @Test
  void a_few_streams_run_at_once_and_the_next_reader_is_asked_to_wait() throws TimeoutException {
    usage.has("x".repeat(60_000) + "\n").neverEnds();
    List<NetSocket> readers = new ArrayList<>();
    for (int i = 0; i < Downloads.AT_ONCE; i++) {
      readers.add(open());
    }
    Eventually.eventually(vertx, () -> usage.openStreams() == Downloads.AT_ONCE);

    Response refused = get(DOWNLOAD);

    assertEquals(429, refused.status());
    assertEquals("2", refused.header("Retry-After"));
    readers.forEach(NetSocket::close);
    Eventually.eventually(vertx, () -> usage.openStreams() == 0);
  }

  /** A reader who asks, and takes nothing. */
  private NetSocket open() throws TimeoutException {
    NetSocket socket =
        vertx.createNetClient().connect(server.port(), "127.0.0.1").await(10, TimeUnit.SECONDS);
    socket.pause();
    socket
        .write(
            "GET "
                + DOWNLOAD
                + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + UsageServer.READER
                + "\r\n\r\n")
        .await(10, TimeUnit.SECONDS);
    return socket;
  }

  private Response get(String address) {
    return server.ask().get(address, AS_READER);
  }
}
