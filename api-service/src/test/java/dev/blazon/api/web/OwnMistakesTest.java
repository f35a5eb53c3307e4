package dev.blazon.api.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.dialect.Indexes;
import dev.blazon.api.imaging.Imaging;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.stats.Stats;
import dev.blazon.service.Readiness;
import dev.blazon.service.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever exception is thrown behind the HTTP front, the client gets an answer. */
class OwnMistakesTest {

  private final Vertx vertx = Vertx.vertx();
  private final WebClient client = WebClient.create(vertx);
  private WebServer server;

  @BeforeEach
  void start() throws TimeoutException {
    Clock clock = Clock.systemUTC();
    ShieldCatalog catalog = new ShieldCatalog(clock);
    Dialects dialects = new Dialects(catalog, new Indexes(URI.create("https://x"), Map.of()));
    server =
        WebServer.start(
                vertx,
                new SimpleMeterRegistry(),
                WebConfig.read(new Settings(Map.of("BLAZON_PORT", "0"))),
                new WebServer.Rooms(
                    catalog,
                    dialects,
                    broken(Lookups.class),
                    broken(Imaging.class),
                    broken(Stats.class),
                    WebServer.UsageRoom.none(),
                    List::of),
                new Readiness(),
                clock)
            .await(20, TimeUnit.SECONDS);
  }

  private static <T> T broken(Class<T> room) {
    return room.cast(
        Proxy.newProxyInstance(
            room.getClassLoader(),
            new Class<?>[] {room},
            (self, method, arguments) -> {
              throw new IllegalStateException("broken on purpose");
            }));
  }

  @AfterEach
  void stop() throws TimeoutException {
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "/version/x/badge.svg,  200",
    "/version/x/badge.json, 500",
    "/badge/a-b-red.svg,    200",
    "/badge/a-b-red.png,    200",
    "/?project=x,           500",
  })
  void every_request_is_answered(String uri, int status) throws TimeoutException {
    HttpResponse<Buffer> answer =
        client.get(server.port(), "127.0.0.1", uri).send().await(5, TimeUnit.SECONDS);

    assertEquals(status, answer.statusCode());
  }
}
