package dev.blazon.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.blazon.testing.MutableClock;
import dev.blazon.upstream.UpstreamHealth.Sign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** When an upstream counts as failing, and what is told of it. */
class UpstreamHealthTest {

  private static final String BEGAN = "2026-11-21T00:00:00Z";

  private final MutableClock clock = new MutableClock();
  private final UpstreamHealth health = new UpstreamHealth("pypi", clock, true);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(UpstreamHealth.class);

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stop() {
    log.detachAppender(lines);
  }

  private List<String> said() {
    return lines.list.stream()
        .map(line -> line.getLevel() + " " + line.getFormattedMessage())
        .toList();
  }

  private void note(Sign sign, int times) {
    for (int i = 0; i < times; i++) {
      health.note(sign, "unreachable");
      clock.advance(Duration.ofSeconds(10));
    }
  }

  @Test
  void an_outage_is_told_once_when_it_begins_and_once_when_it_ends() {
    assertEquals(SourceState.NOT_ASKED, health.state());
    note(Sign.DOWN, 50);
    assertEquals(SourceState.FAILING, health.state());
    assertEquals(Instant.parse(BEGAN), health.since());
    note(Sign.GOOD, 5);

    assertEquals(SourceState.OK, health.state());
    assertEquals(
        List.of(
            "WARN pypi fails: unreachable, since " + BEGAN,
            "INFO pypi answers again; it failed since " + BEGAN),
        said());
  }

  @Test
  void a_lost_packet_is_no_outage() {
    for (int i = 0; i < 9; i++) {
      note(Sign.GOOD, 1);
      note(Sign.DOWN, 2);
    }

    assertEquals(SourceState.OK, health.state());
    assertEquals(List.of(), said());
  }

  @Test
  void a_refused_token_is_told_at_once_and_apart_from_other_failures() {
    note(Sign.REFUSED, 2);

    assertEquals(SourceState.REFUSED, health.state());
    assertEquals(
        List.of("WARN pypi refused: the token is wrong or lacks rights, since " + BEGAN), said());
  }

  @Test
  void a_few_documents_that_cannot_be_read_are_no_outage() {
    note(Sign.UNREADABLE, 19);
    assertEquals(SourceState.NOT_ASKED, health.state());
    note(Sign.UNREADABLE, 1);
    assertEquals(SourceState.FAILING, health.state());
  }

  @Test
  void the_caller_of_an_untold_upstream_tells_itself() {
    UpstreamHealth untold = new UpstreamHealth("pypi", clock, false);
    for (int i = 0; i < 5; i++) {
      untold.note(Sign.DOWN, "unreachable");
    }

    assertEquals(SourceState.FAILING, untold.state());
    assertEquals(List.of(), said());
  }
}
