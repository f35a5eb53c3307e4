package dev.blazon.stats.source.bigquery;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A signed statement of who we are (JWT with RS256, RFC 7515 and 7523), for which Google gives an
 * access token. The JDK signs it; a library for tokens would bring a dozen others.
 */
final class Assertion {

  private static final String SCOPE = "https://www.googleapis.com/auth/bigquery";

  /** Google accepts no longer one. */
  private static final Duration LIFETIME = Duration.ofHours(1);

  private Assertion() {}

  /** Signs a statement that holds for an hour from {@code now} on. */
  static String sign(ServiceAccount account, Instant now) {
    JsonObject header =
        new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", account.keyId());
    JsonObject claims =
        new JsonObject()
            .put("iss", account.email())
            .put("scope", SCOPE)
            .put("aud", account.tokenUri().toString())
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(LIFETIME).getEpochSecond());
    String content = base64(header.encode()) + "." + base64(claims.encode());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(account.key());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("each Java has SHA256withRSA", e);
    }
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
