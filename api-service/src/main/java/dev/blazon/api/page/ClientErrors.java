package dev.blazon.api.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the errors of the pages' scripts that browsers report, with a logger of its own. It logs the
 * message and its place but nothing about the user: no IP address, no browser, no query.
 * Thread-safe.
 */
final class ClientErrors {

  /** Enough for a message, a file name and two numbers. */
  static final int MOST_BYTES = 4096;

  static final String LOGGER = "dev.blazon.client-errors";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
  private static final int MOST_A_MINUTE = 30;
  private static final int LONGEST_TEXT = 300;
  private static final long MINUTE_MILLIS = 60_000;

  private final Clock clock;
  private long minute;
  private int reports;

  ClientErrors(Clock clock) {
    this.clock = clock;
  }

  /**
   * Logs a report and returns the HTTP status: 204 if logged, 400 if it is not a report, 429 after
   * too many in this minute.
   */
  int report(Buffer body) {
    if (!mayLog()) {
      return 429;
    }
    try {
      JsonObject report = new JsonObject(body);
      LOG.warn(
          "{} at {}:{} on {}",
          text(report, "message"),
          text(report, "source"),
          text(report, "line"),
          text(report, "page"));
      return 204;
    } catch (DecodeException | ClassCastException e) {
      return 400;
    }
  }

  private synchronized boolean mayLog() {
    long now = clock.millis() / MINUTE_MILLIS;
    if (now != minute) {
      minute = now;
      reports = 0;
    }
    return ++reports <= MOST_A_MINUTE;
  }

  /** A field without line breaks, so that a report cannot forge log lines. */
  private static String text(JsonObject report, String name) {
    String text = String.valueOf(report.getValue(name)).replaceAll("\\p{Cntrl}", " ");
    int query = text.indexOf('?');
    String bare = name.equals("message") || query < 0 ? text : text.substring(0, query);
    return bare.length() > LONGEST_TEXT ? bare.substring(0, LONGEST_TEXT) : bare;
  }
}
