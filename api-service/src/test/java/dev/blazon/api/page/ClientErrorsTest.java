package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.blazon.testing.MutableClock;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ClientErrorsTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(ClientErrors.LOGGER);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final MutableClock clock = new MutableClock();
  private final ClientErrors errors = new ClientErrors(clock);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    logger.setAdditive(true);
  }

  @Test
  void logs_what_and_where_in_one_line_without_the_query() {
    int status =
        errors.report(
            Buffer.buffer(
                """
                {"message": "x is\\nnot defined", "source": "/assets/1/live.js?me",
                 "line": 7, "page": "/build?project=secret"}"""));

    assertEquals(204, status);
    assertEquals(
        "x is not defined at /assets/1/live.js:7 on /build", log.list.get(0).getFormattedMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "1", "\"x\"", "\u0000"})
  void refuses_what_is_no_report(String body) {
    assertEquals(400, errors.report(Buffer.buffer(body)));
    assertEquals(0, log.list.size());
  }

  @Test
  void logs_thirty_in_a_minute_and_no_more() {
    Buffer report = Buffer.buffer("{}");
    for (int i = 0; i < 30; i++) {
      assertEquals(204, errors.report(report));
    }
    assertEquals(429, errors.report(report));
    assertEquals(30, log.list.size());
    clock.advance(Duration.ofMinutes(1));
    assertEquals(204, errors.report(report));
  }
}
