package dev.blazon.bench.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StackLinesTest {

  private static final String STARTING =
      """
      blazon: building (the first time takes a minute)
      stack: redis pid=10 url=redis://127.0.0.1:21000
      stack: api-1 pid=4711 url=http://127.0.0.1:41231
      stack: varnish pid=12 url=http://127.0.0.1:8080
      stack: logs are in /tmp/x/logs, varnish works in /tmp/x/varnish (varnishstat -n /tmp/x/varnish)
      stack: api-1 admin=http://127.0.0.1:41232
      """;

  @Test
  void reads_processes_and_their_admin_addresses() {
    StackLines lines = StackLines.parse(STARTING + "stack: ready at http://127.0.0.1:8080\n");

    URI admin = URI.create("http://127.0.0.1:41232");
    assertEquals(
        List.of(
            new Part("redis", 10, Optional.empty()),
            new Part("api-1", 4711, Optional.of(admin)),
            new Part("varnish", 12, Optional.empty())),
        lines.parts());
    assertEquals(Optional.of(URI.create("http://127.0.0.1:8080")), lines.address());
    assertEquals(Path.of("/tmp/x/varnish"), lines.varnishFolder());
    assertEquals(0, lines.restarts());
  }

  @Test
  void is_not_ready_before_it_says_so() {
    assertFalse(StackLines.parse(STARTING).address().isPresent());
  }

  @Test
  void takes_the_last_line_of_a_restarted_process() {
    StackLines lines =
        StackLines.parse(
            STARTING
                + "stack: api-1 was killed (SIGKILL); started again in 0.2 s\n"
                + "stack: api-1 pid=4720 url=http://127.0.0.1:41231\n");

    assertEquals(4720, lines.parts().get(1).pid());
    assertEquals(3, lines.parts().size());
    assertEquals(1, lines.restarts());
  }
}
