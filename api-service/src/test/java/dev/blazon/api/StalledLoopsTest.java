package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.OnEveryJava;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests the watchdog of a real process whose event loops stand still. */
@OnEveryJava
@Tag("once")
@Timeout(90)
class StalledLoopsTest {

  private static final String BADGE = "/badge/a-b-red.svg";
  private static final String STALLED = "blazon_event_loops_stalled";

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws TimeoutException {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  private ServiceProcess start(String unready, String end) throws TimeoutException {
    ServiceProcess api =
        ServiceProcess.apiThatObeys(
            folder,
            Map.of("BLAZON_DRAIN", "0s", "BLAZON_STALL_UNREADY", unready, "BLAZON_STALL_END", end));
    eventually(vertx, () -> ask(api.adminPort(), "/readyz").status() == 200);
    return api;
  }

  private static Response ask(int port, String uri) {
    try (HttpAsker asker = new HttpAsker(port)) {
      return asker.get(uri);
    }
  }

  /** The value of a metric without labels. */
  private static double metric(ServiceProcess api, String name) {
    return ask(api.adminPort(), "/metrics").metric(name);
  }

  private static boolean said(ServiceProcess api, String part) {
    return api.said().stream().anyMatch(line -> line.contains(part));
  }

  @Test
  void while_every_loop_stands_still_the_admin_port_answers_and_then_all_is_well_again()
      throws TimeoutException {
    try (ServiceProcess api = start("1s", "1m");
        HttpAsker badges = new HttpAsker(api.port())) {
      assertEquals(200, badges.get(BADGE).status());

      api.tell("block");

      eventually(vertx, () -> ask(api.adminPort(), "/readyz").status() == 503);
      String why = ask(api.adminPort(), "/readyz").text();
      assertTrue(why.matches("vert.x-eventloop-thread-\\d+ stands still\n"), why);
      var waiting = badges.send(HttpMethod.GET, BADGE, Map.of());
      assertEquals(200, ask(api.adminPort(), "/healthz").status());
      eventually(vertx, () -> metric(api, STALLED) >= 2);
      assertEquals(metric(api, STALLED), metric(api, "blazon_event_loop_stalls_total"));
      eventually(vertx, () -> said(api, "ObedientApi.standStill"));
      assertTrue(said(api, "has stood still for"), api.said()::toString);
      assertFalse(waiting.isComplete());

      api.tell("release");

      assertEquals(200, waiting.await(10, TimeUnit.SECONDS).status());
      eventually(vertx, () -> ask(api.adminPort(), "/readyz").status() == 200);
      eventually(vertx, () -> said(api, "moves again; it stood still for"));
      assertEquals(0, metric(api, STALLED));
      assertEquals(0, metric(api, "blazon_errors_total"));
    }
  }

  @Test
  void a_loop_that_stands_still_for_too_long_ends_the_process_with_a_dump_of_its_threads()
      throws TimeoutException {
    try (ServiceProcess api = start("500ms", "2s")) {
      api.tell("block");

      eventually(vertx, () -> !api.isAlive());

      assertEquals(70, api.exitStatus());
      eventually(vertx, () -> said(api, "this process ends with status 70; its threads:"));
      eventually(vertx, () -> said(api, "watchdog-log RUNNABLE"));
      assertTrue(said(api, "vert.x-eventloop-thread-0 WAITING"), api.said()::toString);
    }
  }

  @Test
  void a_process_that_was_stopped_for_longer_than_the_limit_lives_when_it_continues()
      throws TimeoutException {
    try (ServiceProcess api = start("1s", "3s")) {
      api.signal("STOP");
      vertx.timer(5, TimeUnit.SECONDS).await(10, TimeUnit.SECONDS);
      api.signal("CONT");

      eventually(vertx, () -> ask(api.port(), BADGE).status() == 200);
      // Longer than the watchdog needs to end it, if it counted the time of the stop.
      vertx.timer(1, TimeUnit.SECONDS).await(10, TimeUnit.SECONDS);
      assertTrue(api.isAlive(), api.said()::toString);
      assertEquals(200, ask(api.adminPort(), "/readyz").status());
      assertFalse(said(api, "has stood still"), api.said()::toString);
    }
  }
}
