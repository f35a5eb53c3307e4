package dev.blazon.service.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses whole bodies with gzip (RFC 1952). */
public final class Gzip {

  private Gzip() {}

  /** The body, compressed. */
  public static Buffer compress(Buffer body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length() / 2 + 32);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
