package dev.blazon.imaging.cache;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The content of a cache file: a header to verify the rest, then the picture.
 *
 * <p>Header, big-endian: a magic number (4 bytes), the CRC-32C of everything after it (4 bytes),
 * the time of writing in milliseconds since the epoch (8 bytes), the SHA-256 of the key (32 bytes).
 *
 * @param written when the file was written
 * @param body the picture's bytes
 */
record CacheFile(Instant written, Buffer body) {

  /** Its last byte is the version of this format. */
  private static final int MAGIC = 0x424c5a01;

  private static final int CHECKED_FROM = 2 * Integer.BYTES;
  private static final int KEY_HASH_BYTES = 32;
  private static final int HEADER = CHECKED_FROM + Long.BYTES + KEY_HASH_BYTES;

  /** The file's name: a hash, so that no part of a key can get into a path. */
  static String name(String key) {
    return HexFormat.of().formatHex(hash(key));
  }

  byte[] encode(String key) {
    byte[] picture = body.getBytes();
    ByteBuffer file = ByteBuffer.allocate(HEADER + picture.length);
    file.putInt(MAGIC).putInt(0).putLong(written.toEpochMilli()).put(hash(key)).put(picture);
    file.putInt(Integer.BYTES, checksum(file.array()));
    return file.array();
  }

  /** Reads the picture of a key; empty if the file is cut, corrupted, or belongs to another key. */
  static Optional<CacheFile> decode(byte[] file, String key) {
    if (file.length < HEADER) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(file);
    if (header.getInt() != MAGIC || header.getInt() != checksum(file)) {
      return Optional.empty();
    }
    Instant written = Instant.ofEpochMilli(header.getLong());
    byte[] keyHash = Arrays.copyOfRange(file, HEADER - KEY_HASH_BYTES, HEADER);
    return MessageDigest.isEqual(keyHash, hash(key))
        ? Optional.of(new CacheFile(written, Buffer.buffer(file).slice(HEADER, file.length)))
        : Optional.empty();
  }

  private static int checksum(byte[] file) {
    CRC32C checksum = new CRC32C();
    checksum.update(file, CHECKED_FROM, file.length - CHECKED_FROM);
    return (int) checksum.getValue();
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
