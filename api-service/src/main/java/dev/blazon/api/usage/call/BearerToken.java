package dev.blazon.api.usage.call;

import dev.blazon.service.Settings;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * A secret that a request shows as {@code Authorization: Bearer …} (RFC 6750). Only its hash is
 * kept, and the comparison takes the same time whatever is shown. Immutable.
 */
public final class BearerToken {

  /** Shorter ones can be guessed. */
  private static final int LEAST_CHARACTERS = 16;

  private static final String SCHEME = "Bearer ";

  private final byte[] hash;

  private BearerToken(String secret) {
    this.hash = hash(secret);
  }

  /**
   * Reads a token of the settings.
   *
   * @throws dev.blazon.service.InvalidSettingException if it is too short; its message does not
   *     repeat it
   */
  static Optional<BearerToken> read(Settings settings, String name, String meaning) {
    return settings.secret(name, meaning, BearerToken::of);
  }

  private static BearerToken of(String secret) {
    if (secret.length() < LEAST_CHARACTERS) {
      throw new IllegalArgumentException("at least " + LEAST_CHARACTERS + " characters are needed");
    }
    return new BearerToken(secret);
  }

  /** Whether the request shows this token. */
  boolean isShownBy(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(hash, hash(header.substring(SCHEME.length()).strip()));
  }

  /** Hashes have one length, so that a comparison does not tell the secret's. */
  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
