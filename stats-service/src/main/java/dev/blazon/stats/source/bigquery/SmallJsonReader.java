package dev.blazon.stats.source.bigquery;

import dev.blazon.stats.source.remote.MalformedAnswerException;
import dev.blazon.upstream.DocumentReader;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** Reads a small JSON object as a whole: a token, or an error. */
final class SmallJsonReader implements DocumentReader<JsonObject> {

  private static final int MAX_BYTES = 64 * 1024;

  private final Buffer body = Buffer.buffer();

  @Override
  public void feed(byte[] bytes, int offset, int length) {
    if (body.length() + length > MAX_BYTES) {
      throw new MalformedAnswerException("the answer is longer than " + MAX_BYTES + " bytes");
    }
    body.appendBytes(bytes, offset, length);
  }

  @Override
  public JsonObject finish() {
    try {
      return new JsonObject(body);
    } catch (DecodeException e) {
      throw new MalformedAnswerException("no JSON object");
    }
  }
}
