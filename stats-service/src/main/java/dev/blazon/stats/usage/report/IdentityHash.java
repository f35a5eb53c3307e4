package dev.blazon.stats.usage.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes (HMAC-SHA-256): who has no key cannot find a name by trying all. Thread-safe. */
public final class IdentityHash {

  private static final String ALGORITHM = "HmacSHA256";

  /** 128 bits: among a billion reports, the chance that two share one is below 10^-20. */
  private static final int SEEN_BYTES = 16;

  private static final int TEXT_BYTES = 8;

  private final SecretKeySpec key;

  public IdentityHash(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The number of a host. */
  long host(String name) {
    return ByteBuffer.wrap(mac("host", name)).getLong();
  }

  byte[] seen(String uuid, String sequence) {
    return Arrays.copyOf(mac("seen", uuid + "\0" + sequence), SEEN_BYTES);
  }

  /** What stands in a report for a name: 16 hexadecimal digits. */
  String text(String kind, String name) {
    return HexFormat.of().formatHex(mac(kind, name), 0, TEXT_BYTES);
  }

  private byte[] mac(String kind, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((kind + "\0" + value).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }
}
