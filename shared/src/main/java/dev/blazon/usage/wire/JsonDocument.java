package dev.blazon.usage.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.blazon.count.wire.InvalidAnswerException;
import dev.blazon.count.wire.JsonValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes and reads one JSON document between the services, within bounds. */
final class JsonDocument {

  private static final int DEEPEST = 8;
  private static final int LONGEST_NUMBER = 24;
  private static final int USUAL_BYTES = 256;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(JsonValues.LONGEST_TEXT)
                  .maxNameLength(JsonValues.LONGEST_TEXT)
                  .build())
          // The names of fields are another process's: interned, they would never be freed.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** Writes a document. */
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /**
   * Reads a document.
   *
   * @param <T> the type of its value
   */
  interface Reading<T> {
    T from(JsonValues json) throws IOException;
  }

  private JsonDocument() {}

  static byte[] write(Writing document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      document.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  static <T> T read(byte[] bytes, int longest, Reading<T> document) throws InvalidAnswerException {
    if (bytes.length > longest) {
      throw new InvalidAnswerException("an answer of " + bytes.length + " bytes");
    }
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      JsonValues json = new JsonValues(parser);
      json.begin();
      T value = document.from(json);
      json.end();
      return value;
    } catch (InvalidAnswerException e) {
      throw e;
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw new InvalidAnswerException("no answer of a stats service", e);
    }
  }
}
