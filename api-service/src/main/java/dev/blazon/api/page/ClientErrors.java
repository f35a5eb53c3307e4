package dev.blazon.api.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Errors of the page's scripts, as browsers report them, in a log of their own. What came from
 * where, and nothing about who: no address, no browser, no query. Thread-safe.
 */
final class ClientErrors {

  /** A message, a file name and two numbers fit easily. */
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

  /** Logs a report, or tells by a status why not: 400 for no report, 429 for too many. */
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

  /** Without line breaks, so that nobody writes log lines of their own. */
  private static String text(JsonObject report, String name) {
    String text = String.valueOf(report.getValue(name)).replaceAll("\\p{Cntrl}", " ");
    int query = text.indexOf('?');
    String bare = name.equals("message") || query < 0 ? text : text.substring(0, query);
    return bare.length() > LONGEST_TEXT ? bare.substring(0, LONGEST_TEXT) : bare;
  }
}
