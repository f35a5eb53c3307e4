package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blazon.service.Address;
import dev.blazon.service.Settings;
import dev.blazon.service.process.ServiceRuntime;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the service drains, it closes each connection after an answer, whatever its kind. */
class ConnectionDrainingTest {

  private static final Duration DRAIN = Duration.ofSeconds(2);

  private record Sent(HttpMethod method, String uri, Map<String, String> headers) {}

  private static final List<Sent> KINDS =
      List.of(
          new Sent(HttpMethod.GET, "/badge/a-b-red.svg", Map.of()),
          new Sent(HttpMethod.GET, "/badge/a-b-red.svg", Map.of("If-None-Match", "*")),
          new Sent(HttpMethod.HEAD, "/badge/a-b-red.svg", Map.of()),
          new Sent(HttpMethod.GET, "/badge/a-b-blue.json", Map.of()),
          new Sent(HttpMethod.GET, "/no/such/thing", Map.of()),
          new Sent(HttpMethod.GET, "/api/shields", Map.of()),
          new Sent(HttpMethod.GET, "/", Map.of()),
          new Sent(HttpMethod.GET, "/readyz", Map.of()),
          new Sent(HttpMethod.OPTIONS, "/", Map.of()),
          new Sent(HttpMethod.PUT, "/", Map.of()));

  @Test
  void a_draining_service_closes_connections_after_an_answer(@TempDir Path folder)
      throws TimeoutException {
    ServiceRuntime runtime =
        await(
            ServiceRuntime.start(
                Main.configure(
                    new Settings(
                        Map.of("BLAZON_PORT", "0", "BLAZON_CACHE_DIR", folder.toString()))),
                new Address("BLAZON_ADMIN_PORT", "127.0.0.1", 0),
                DRAIN));
    try (HttpAsker asker = new HttpAsker(runtime.port())) {
      KINDS.forEach(
          kind ->
              assertFalse(
                  asker
                      .request(kind.method(), kind.uri(), kind.headers())
                      .headers()
                      .contains("Connection"),
                  kind.toString()));

      Future<Void> stopped = runtime.stop();

      KINDS.forEach(
          kind ->
              assertEquals(
                  "close",
                  asker.request(kind.method(), kind.uri(), kind.headers()).header("Connection"),
                  kind.toString()));
      await(stopped);
    }
  }

  private static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(20, TimeUnit.SECONDS);
  }
}
