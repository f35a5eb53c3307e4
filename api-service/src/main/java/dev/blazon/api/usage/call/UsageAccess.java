package dev.blazon.api.usage.call;

import dev.blazon.service.Settings;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Who may send reports, and who may read what is counted.
 *
 * @param sender what a report must show; empty: everyone may send reports
 * @param reader what a program shows to read counts and reports
 * @param readers who reads counts without that
 */
public record UsageAccess(
    Optional<BearerToken> sender, Optional<BearerToken> reader, Readers readers) {

  /** Who may read counts. Reports themselves are for the operator alone. */
  public enum Readers {
    /** Who has signed in as the operator. */
    OPERATOR,
    EVERYONE
  }

  /** The operator, or a program that shows the token of readers. */
  public Operator readerOr(Operator operator) {
    return request ->
        reader.filter(token -> token.isShownBy(request)).isPresent()
            ? Future.succeededFuture(true)
            : operator.isAsking(request);
  }

  /** Reads the settings. */
  public static UsageAccess read(Settings settings) {
    return new UsageAccess(
        BearerToken.read(
            settings,
            "BLAZON_USAGE_TOKEN",
            "what reports must show as Authorization: Bearer …; none: everyone may report"),
        BearerToken.read(
            settings,
            "BLAZON_USAGE_READ_TOKEN",
            "what programs show to read counts and reports of usage; none: only the operator"),
        settings.choice(
            "BLAZON_USAGE_READERS", Readers.OPERATOR, "who may read the counts of usage"));
  }
}
