package dev.blazon.api.operator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for ten minutes after its last use that a password was right, so that the next page
 * need not be paid with a hash of it. What is kept is a digest (HMAC-SHA-256, RFC 2104) under a key
 * that this process made, and never the password. Only one password is right, so one digest is
 * enough. Thread-safe.
 */
final class RecentLogin {

  static final Duration REMEMBERED = Duration.ofMinutes(10);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final Clock clock;
  private final SecretKeySpec key;
  private final AtomicReference<Optional<Verified>> verified =
      new AtomicReference<>(Optional.empty());

  private static final class Verified {
    final byte[] digest;
    final Instant until;

    Verified(byte[] digest, Instant until) {
      this.digest = digest;
      this.until = until;
    }
  }

  RecentLogin(Clock clock) {
    this.clock = clock;
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, ALGORITHM);
  }

  /** Remembers a password that was found right. */
  void remember(String password) {
    verified.set(Optional.of(new Verified(digest(password), clock.instant().plus(REMEMBERED))));
  }

  /** Whether this password was found right a short time ago; takes microseconds, always as many. */
  boolean knows(String password) {
    byte[] digest = digest(password);
    Instant now = clock.instant();
    Optional<Verified> known = verified.get().filter(one -> now.isBefore(one.until));
    if (known.isEmpty() || !MessageDigest.isEqual(known.get().digest, digest)) {
      return false;
    }
    verified.compareAndSet(known, Optional.of(new Verified(digest, now.plus(REMEMBERED))));
    return true;
  }

  private byte[] digest(String password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
