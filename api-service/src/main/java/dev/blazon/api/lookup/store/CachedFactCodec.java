package dev.blazon.api.lookup.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Encodes cached facts as bytes for the store: schema version, checksum, then everything else
 * deflated, because the file names of one release resemble each other. Damaged bytes and those of
 * another schema decode to nothing.
 */
public final class CachedFactCodec<T> {

  private static final int HEADER = 5;

  private final FactCodec<T> facts;

  public CachedFactCodec(FactCodec<T> facts) {
    this.facts = facts;
  }

  public byte[] encode(CachedFact<T> cached) {
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream(1024);
      try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed))) {
        out.writeLong(cached.fetchedAt().toEpochMilli());
        out.writeLong(cached.freshUntil().toEpochMilli());
        out.writeUTF(cached.etag().filter(CachedFactCodec::isShort).orElse(""));
        out.writeBoolean(cached.value().isPresent());
        if (cached.value().isPresent()) {
          facts.write(cached.value().get(), out);
        }
      }
      byte[] body = packed.toByteArray();
      ByteArrayOutputStream whole = new ByteArrayOutputStream(HEADER + body.length);
      try (DataOutputStream out = new DataOutputStream(whole)) {
        out.writeByte(facts.schema());
        out.writeInt(checksum(body, 0));
        out.write(body);
      }
      return whole.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does no I/O", e);
    }
  }

  public Optional<CachedFact<T>> decode(byte[] bytes) {
    if (bytes.length <= HEADER || bytes[0] != facts.schema()) {
      return Optional.empty();
    }
    try (DataInputStream header = new DataInputStream(new ByteArrayInputStream(bytes, 1, 4));
        DataInputStream in =
            new DataInputStream(
                new InflaterInputStream(
                    new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER)))) {
      if (header.readInt() != checksum(bytes, HEADER)) {
        return Optional.empty();
      }
      Instant fetchedAt = Instant.ofEpochMilli(in.readLong());
      Instant freshUntil = Instant.ofEpochMilli(in.readLong());
      Optional<String> etag = Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
      Optional<T> value = in.readBoolean() ? Optional.of(facts.read(in)) : Optional.empty();
      return Optional.of(CachedFact.until(value, fetchedAt, freshUntil, etag));
    } catch (IOException | RuntimeException e) {
      return Optional
          .empty(); // The checksum is right, but we did not write this: the facts are fetched and
      // written again.
    }
  }

  /** A longer entity tag is not stored: it would cost more than it saves. */
  private static boolean isShort(String etag) {
    return etag.length() <= 256;
  }

  private static int checksum(byte[] bytes, int from) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, from, bytes.length - from);
    return (int) checksum.getValue();
  }
}
