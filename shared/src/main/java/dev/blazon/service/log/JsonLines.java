package dev.blazon.service.log;

import ch.qos.logback.classic.pattern.RootCauseFirstThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.event.KeyValuePair;

/**
 * Writes each event as one flat JSON object on a line: {@code time} (RFC 3339, UTC, milliseconds),
 * {@code level}, {@code logger}, {@code thread}, {@code message}, then the event's own pairs with
 * numbers as numbers, and {@code error} and {@code stack} of what was thrown.
 *
 * <p>logback's own encoder writes the pairs as a list of objects with one key each, numbers as
 * strings and the time in milliseconds since 1970; it has no setting for any of these.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {

  private static final byte[] NONE = {};
  private static final JsonFactory JSON = new JsonFactory();

  /** Always with three digits after the second, so that lines can be sorted as text. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final boolean withThread;
  private final RootCauseFirstThrowableProxyConverter stack =
      new RootCauseFirstThrowableProxyConverter();

  /**
   * Creates an encoder that is not started.
   *
   * @param frames how many frames of a stack are written
   */
  JsonLines(boolean withThread, int frames) {
    this.withThread = withThread;
    stack.setOptionList(List.of(Integer.toString(frames)));
  }

  @Override
  public void start() {
    stack.setContext(getContext());
    stack.start();
    super.start();
  }

  @Override
  public byte[] headerBytes() {
    return NONE;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
      json.writeStringField("level", event.getLevel().toString());
      json.writeStringField("logger", event.getLoggerName());
      if (withThread) {
        json.writeStringField("thread", event.getThreadName());
      }
      json.writeStringField("message", event.getFormattedMessage());
      writePairs(json, event);
      if (event.getThrowableProxy() != null) {
        json.writeStringField(
            "error",
            event.getThrowableProxy().getClassName()
                + ": "
                + event.getThrowableProxy().getMessage());
        json.writeStringField("stack", stack.convert(event));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written but memory", e);
    }
    line.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
    return line.toByteArray();
  }

  /** A name occurs once in an object, so a pair whose name is taken is left out. */
  private static void writePairs(JsonGenerator json, ILoggingEvent event) throws IOException {
    if (event.getKeyValuePairs() == null) {
      return;
    }
    Set<String> taken =
        new HashSet<>(Set.of("time", "level", "logger", "thread", "message", "error", "stack"));
    for (KeyValuePair pair : event.getKeyValuePairs()) {
      if (taken.add(pair.key)) {
        json.writeFieldName(pair.key);
        write(json, pair.value);
      }
    }
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (Double.isFinite(number)) {
        json.writeNumber(number);
      } else {
        json.writeString(value.toString()); // JSON has no such number.
      }
    } else if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(String.valueOf(value));
    }
  }

  @Override
  public byte[] footerBytes() {
    return NONE;
  }
}
