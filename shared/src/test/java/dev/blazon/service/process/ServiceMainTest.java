package dev.blazon.service.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.service.Settings;
import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceMainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static Service configure(Settings settings) {
    settings.duration("BLAZON_PATIENCE", "3s", "how long to wait");
    return (vertx, metrics, readiness) -> Future.failedFuture("never started");
  }

  private int run(Map<String, String> environment, String... arguments) {
    return new ServiceMain("test-service", "Serves tests.", ServiceMainTest::configure)
        .run(
            arguments,
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void help_lists_every_variable_with_its_default_even_when_one_is_set_badly() {
    assertEquals(0, run(Map.of("BLAZON_PATIENCE", "soon"), "--help"));

    String help = out.toString(StandardCharsets.UTF_8);
    assertTrue(help.contains("BLAZON_PATIENCE (3s)\n      how long to wait\n"), help);
    assertTrue(help.contains("BLAZON_ADMIN_PORT (8081)"), help);
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_bad_value_stops_the_start_with_one_line() {
    assertEquals(2, run(Map.of("BLAZON_PATIENCE", "soon")));

    assertEquals(
        "test-service: BLAZON_PATIENCE=soon: a duration such as 500ms, 10s, 5m, 24h or 7d is"
            + " needed\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_drain_longer_than_a_stop_may_take_is_refused() {
    assertEquals(2, run(Map.of("BLAZON_DRAIN", "1m")));

    assertEquals(
        "test-service: BLAZON_DRAIN=1m: 5s at most\n", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_log_that_cannot_be_written_stops_the_start_with_one_line() {
    assertEquals(2, run(Map.of("BLAZON_ERROR_LOG", "/no/such/folder/errors.log")));

    assertEquals(
        "test-service: BLAZON_ERROR_LOG=/no/such/folder/errors.log: cannot be written\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void an_unknown_format_is_refused_with_a_list_of_the_known_ones() {
    assertEquals(2, run(Map.of("BLAZON_LOG_FORMAT", "xml")));

    assertEquals(
        "test-service: BLAZON_LOG_FORMAT=xml: one of text, json is needed\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void an_unknown_argument_is_refused() {
    assertEquals(2, run(Map.of(), "--port=80"));

    assertEquals(
        "test-service: --port=80: unknown argument; --help lists the settings\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_taken_port_stops_the_start_with_one_line() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());

      assertEquals(2, run(Map.of("BLAZON_ADMIN_PORT", port)));

      assertEquals(
          "test-service: BLAZON_ADMIN_PORT=" + port + ": port already in use (127.0.0.1)\n",
          err.toString(StandardCharsets.UTF_8));
    }
  }
}
