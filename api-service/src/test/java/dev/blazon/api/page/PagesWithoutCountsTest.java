package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.report.ReportServer;
import dev.blazon.api.report.SlowStats;
import dev.blazon.api.stats.CountWords;
import dev.blazon.api.stats.RemoteStats;
import dev.blazon.api.stats.Stats;
import dev.blazon.count.CountAnswer.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages about counts while nobody can tell them. */
@Timeout(60)
class PagesWithoutCountsTest {

  private static final List<String> PAGES =
      List.of("/compare?projects=alpha,beta", "/top", "/rising", "/status");

  /** More than may be under way at once. */
  private static final int MANY = 60;

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @EnumSource(Reason.class)
  void every_page_says_why(Reason reason) throws Exception {
    try (ReportServer server = ReportServer.with(new SlowStats(reason), Map.of())) {
      for (String path : PAGES) {
        HttpResponse<String> page = get(server, path);
        assertEquals(200, page.statusCode(), path);
        assertTrue(page.body().contains(CountWords.why(reason)), page.body());
      }
    }
  }

  @Test
  void a_service_that_is_frozen_holds_no_page() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (ServerSocket frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + frozen.getLocalPort());
      Stats stats = new RemoteStats(vertx, List.of(address), new SimpleMeterRegistry());
      try (ReportServer server = ReportServer.with(stats, Map.of("BLAZON_DEADLINE", "800ms"))) {
        for (String path : PAGES) {
          HttpResponse<String> page = get(server, path);
          assertEquals(200, page.statusCode(), path);
          assertTrue(page.body().contains("The counts "), page.body());
        }
      }
    } finally {
      vertx.close().await(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_mistake_of_ours_leaves_room_for_the_next_comparison() throws Exception {
    try (ReportServer server = ReportServer.with(SlowStats.broken(), Map.of())) {
      for (int i = 0; i < MANY; i++) {
        assertEquals(500, get(server, PAGES.get(0)).statusCode());
      }
    }
  }

  private HttpResponse<String> get(ReportServer server, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
