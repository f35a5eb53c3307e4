package dev.blazon.stats.source.bigquery;

import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * Tells what an error of BigQuery means for us. The reasons are those of its documentation, "Error
 * messages"; the status alone says little, since 403 is both a missing permission and a limit that
 * passes.
 */
final class BigQueryErrors {

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("backendError", Kind.UNAVAILABLE),
          Map.entry("internalError", Kind.UNAVAILABLE),
          Map.entry("jobBackendError", Kind.UNAVAILABLE),
          Map.entry("jobInternalError", Kind.UNAVAILABLE),
          Map.entry("jobRateLimitExceeded", Kind.UNAVAILABLE),
          Map.entry("rateLimitExceeded", Kind.UNAVAILABLE),
          Map.entry("tableUnavailable", Kind.UNAVAILABLE),
          Map.entry("timeout", Kind.UNAVAILABLE),
          Map.entry("billingTierLimitExceeded", Kind.QUOTA),
          Map.entry("bytesBilledLimitExceeded", Kind.QUOTA),
          Map.entry("dailyLimitExceeded", Kind.QUOTA),
          Map.entry("quotaExceeded", Kind.QUOTA),
          Map.entry("resourcesExceeded", Kind.QUOTA));

  private BigQueryErrors() {}

  /**
   * Reads the object {@code error} of an answer.
   *
   * @param status of the HTTP answer
   */
  static SourceException of(String name, int status, JsonObject error) {
    String reason = reason(error);
    Kind otherwise = status >= 500 || status == 429 ? Kind.UNAVAILABLE : Kind.DENIED;
    return new SourceException(
        KINDS.getOrDefault(reason, otherwise),
        name + " refused the query: " + reason + ": " + message(error));
  }

  private static String reason(JsonObject error) {
    if (error.getValue("errors") instanceof JsonArray errors
        && !errors.isEmpty()
        && errors.getValue(0) instanceof JsonObject first
        && first.getValue("reason") instanceof String reason) {
      return reason;
    }
    return String.valueOf(error.getValue("reason", error.getValue("status", "unknown")));
  }

  private static String message(JsonObject error) {
    String text = String.valueOf(error.getValue("message", "no message"));
    int most = 300;
    return text.length() > most ? text.substring(0, most) + "…" : text;
  }
}
