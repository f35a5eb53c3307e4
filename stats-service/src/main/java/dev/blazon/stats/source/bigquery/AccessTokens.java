package dev.blazon.stats.source.bigquery;

import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.source.remote.Deadline;
import dev.blazon.stats.source.remote.RemoteAnswer;
import dev.blazon.stats.source.remote.RemoteCalls;
import dev.blazon.upstream.Upstream;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Gets access tokens for a service account, and keeps one until shortly before it ends. */
final class AccessTokens {

  /** Longer than a request takes, so that no token ends under way. */
  private static final Duration EARLY = Duration.ofMinutes(2);

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final RemoteCalls calls;
  private final ServiceAccount account;
  private final Clock clock;
  private Optional<String> token = Optional.empty();
  private Instant usableUntil = Instant.MIN;

  AccessTokens(RemoteCalls calls, ServiceAccount account, Clock clock) {
    this.calls = calls;
    this.account = account;
    this.clock = clock;
  }

  /** A token that holds for two minutes at least. Thread-safe. */
  synchronized String get(Deadline deadline) throws SourceException, InterruptedException {
    Instant now = clock.instant();
    if (token.isPresent() && now.isBefore(usableUntil)) {
      return token.get();
    }
    JsonObject answer = request(now, deadline);
    if (!(answer.getValue("access_token") instanceof String given)
        || !(answer.getValue("expires_in") instanceof Number seconds)) {
      throw new SourceException(Kind.MALFORMED, calls.name() + " sent no access token");
    }
    token = Optional.of(given);
    usableUntil = now.plusSeconds(seconds.longValue()).minus(EARLY);
    return given;
  }

  /** Forgets the token, since the service does not accept it. */
  synchronized void forget() {
    token = Optional.empty();
  }

  private JsonObject request(Instant now, Deadline deadline)
      throws SourceException, InterruptedException {
    String form =
        "grant_type="
            + URLEncoder.encode(GRANT, StandardCharsets.UTF_8)
            + "&assertion="
            + Assertion.sign(account, now);
    RemoteAnswer<JsonObject> answer =
        calls.send(
            Upstream.Call.post(
                account.tokenUri(),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Buffer.buffer(form)),
            deadline,
            head -> Optional.of(new SmallJsonReader()));
    int status = answer.head().status();
    if (status == 200 && answer.document().isPresent()) {
      return answer.document().get();
    }
    throw new SourceException(
        status >= 500 || status == 429 ? Kind.UNAVAILABLE : Kind.DENIED,
        calls.name() + " gave no access token: status " + status + ", " + answer.excerpt());
  }
}
