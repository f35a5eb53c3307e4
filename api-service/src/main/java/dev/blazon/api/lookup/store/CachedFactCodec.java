package dev.blazon.api.lookup.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * Encodes cached facts as bytes for a store: schema version, checksum, then everything else
 * deflated, because the file names of one release resemble each other. The store is not trusted:
 * whatever the bytes are, decoding them allocates a few times {@link #MAX_INFLATED} at most.
 * Thread-safe.
 */
public final class CachedFactCodec<T> {

  /**
   * The longest value, in bytes. The longest real project in the corpus has 1.3 KB; an endpoint
   * document with a logo may have 64 KB.
   */
  public static final int MAX_BYTES = 256 * 1024;

  /** The most that a value inflates to, in bytes: a release of 2,000 files has about 200 KB. */
  static final int MAX_INFLATED = 1 << 20;

  private static final int HEADER = 5;
  private static final int FIRST_PIECE = 4 * 1024;

  /** A longer entity tag is not stored: it would cost more than it saves. */
  private static final int MAX_ETAG = 256;

  private final FactCodec<T> facts;

  public CachedFactCodec(FactCodec<T> facts) {
    this.facts = facts;
  }

  /** The facts as bytes; empty if they are longer than can be read again. */
  public Optional<byte[]> encode(CachedFact<T> cached) {
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream(1024);
      DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed));
      try (out) {
        out.writeLong(cached.fetchedAt().toEpochMilli());
        out.writeLong(cached.freshUntil().toEpochMilli());
        out.writeUTF(cached.etag().filter(CachedFactCodec::isPlain).orElse(""));
        out.writeBoolean(cached.value().isPresent());
        if (cached.value().isPresent()) {
          facts.write(cached.value().get(), out);
        }
      }
      byte[] body = packed.toByteArray();
      if (out.size() > MAX_INFLATED || HEADER + body.length > MAX_BYTES) {
        return Optional.empty();
      }
      ByteBuffer whole = ByteBuffer.allocate(HEADER + body.length);
      whole.put((byte) facts.schema()).putInt(checksum(body, 0)).put(body);
      return Optional.of(whole.array());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does no I/O", e);
    }
  }

  /**
   * Reads facts from bytes of a store.
   *
   * @return the facts; empty if they have another schema, as those of another version of Blazon
   * @throws InvalidFactException when they are too long, damaged, or not written by this class
   */
  public Optional<CachedFact<T>> decode(byte[] bytes) throws InvalidFactException {
    if (bytes.length > MAX_BYTES) {
      throw new InvalidFactException("longer than " + MAX_BYTES + " bytes");
    }
    if (bytes.length <= HEADER) {
      throw new InvalidFactException("shorter than its header");
    }
    if (bytes[0] != facts.schema()) {
      return Optional.empty();
    }
    if (ByteBuffer.wrap(bytes).getInt(1) != checksum(bytes, HEADER)) {
      throw new InvalidFactException("damaged: its checksum is wrong");
    }
    try {
      return Optional.of(read(inflate(bytes)));
    } catch (IOException | RuntimeException e) {
      throw new InvalidFactException("not in the form of its schema: " + e.getMessage());
    }
  }

  private CachedFact<T> read(byte[] inflated) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(inflated);
    DataInputStream in = new DataInputStream(bytes);
    Instant fetchedAt = Instant.ofEpochMilli(in.readLong());
    Instant freshUntil = Instant.ofEpochMilli(in.readLong());
    String etag = in.readUTF();
    if (!etag.isEmpty() && !isPlain(etag)) {
      throw new IOException("an entity tag that cannot be sent");
    }
    Optional<T> value = in.readBoolean() ? Optional.of(facts.read(in)) : Optional.empty();
    if (bytes.available() > 0) {
      throw new IOException("something follows the facts");
    }
    return CachedFact.until(
        value, fetchedAt, freshUntil, Optional.of(etag).filter(text -> !text.isEmpty()));
  }

  /** Inflates everything after the header; the array grows only as far as bytes come out. */
  private static byte[] inflate(byte[] bytes) throws InvalidFactException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, HEADER, bytes.length - HEADER);
      byte[] inflated = new byte[FIRST_PIECE];
      int length = 0;
      while (true) {
        int read = inflater.inflate(inflated, length, inflated.length - length);
        length += read;
        if (inflater.finished()) {
          return Arrays.copyOf(inflated, length);
        }
        if (length == inflated.length) {
          if (length >= MAX_INFLATED) {
            throw new InvalidFactException("inflates to more than " + MAX_INFLATED + " bytes");
          }
          inflated = Arrays.copyOf(inflated, 2 * length);
        } else if (read == 0) {
          throw new InvalidFactException("a deflated stream without an end");
        }
      }
    } catch (DataFormatException e) {
      throw new InvalidFactException("not deflated");
    } finally {
      inflater.end();
    }
  }

  /** Whether an entity tag is short and can be sent in a header (RFC 9110, section 8.8.3). */
  private static boolean isPlain(String etag) {
    return etag.length() <= MAX_ETAG && etag.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private static int checksum(byte[] bytes, int from) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, from, bytes.length - from);
    return (int) checksum.getValue();
  }
}
