package dev.blazon.api.operator;

import io.vertx.ext.auth.hashing.HashingStrategy;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The salted hash of the operator's password: PBKDF2 with HMAC-SHA-512 (RFC 8018), computed and
 * compared by vertx-auth-common, in the form {@code $pbkdf2$it=…$salt$hash}. The password cannot be
 * read from it, but guessed by who has it, so it never prints. Immutable.
 */
public final class PasswordHash {

  /** What OWASP's Password Storage Cheat Sheet asks of PBKDF2-HMAC-SHA512; about 0.1 s. */
  private static final int ITERATIONS = 210_000;

  /** A hash of more would keep the one worker busy for seconds. */
  private static final int MOST_ITERATIONS = 2_000_000;

  /** NIST SP 800-132, section 5.1, asks for 16 bytes at least. */
  private static final int SALT_BYTES = 32;

  private static final String ALGORITHM = "pbkdf2";
  private static final Pattern FORM =
      Pattern.compile("\\$pbkdf2\\$it=(\\d{1,7})\\$[A-Za-z0-9+/]{22,86}={0,2}\\$[A-Za-z0-9+/]{86}");

  /** Loaded when first needed, since few processes have a password. */
  private static final class Strategy {
    static final HashingStrategy USUAL = HashingStrategy.load();
  }

  private final String text;

  private PasswordHash(String text) {
    this.text = text;
  }

  /** Hashes a password with a salt of its own. Takes about a tenth of a second of a processor. */
  static PasswordHash of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new PasswordHash(
        Strategy.USUAL.hash(
            ALGORITHM,
            Map.of("it", Integer.toString(ITERATIONS)),
            Base64.getEncoder().withoutPadding().encodeToString(salt),
            password));
  }

  /**
   * Reads the form that {@link #text} writes.
   *
   * @throws IllegalArgumentException for anything else; the message does not repeat it
   */
  public static PasswordHash parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("a line that ./blazon password wrote is needed");
    }
    int iterations = Integer.parseInt(form.group(1));
    if (iterations < 1 || iterations > MOST_ITERATIONS) {
      throw new IllegalArgumentException("1 to " + MOST_ITERATIONS + " iterations are needed");
    }
    return new PasswordHash(text);
  }

  /** The hash as settings have it. */
  String text() {
    return text;
  }

  /**
   * Whether this is the hash of the password. Blocks for about a tenth of a second; how long does
   * not depend on how much of a guess is right.
   */
  boolean matches(String password) {
    return Strategy.USUAL.verify(text, password);
  }

  /** Does not show the hash. */
  @Override
  public String toString() {
    return "…";
  }
}
