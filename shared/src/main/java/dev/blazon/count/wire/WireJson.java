package dev.blazon.count.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes and reads the JSON documents of one exchange between services, within bounds. Thread-safe.
 */
public final class WireJson {

  /** Longer than any 64-bit number. */
  private static final int LONGEST_NUMBER = 24;

  private static final int USUAL_BYTES = 256;

  private final JsonFactory factory;

  /** Writes a document. */
  public interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /**
   * Reads a document.
   *
   * @param <T> the type of its value
   */
  public interface Reading<T> {
    T from(JsonValues json) throws IOException;
  }

  /**
   * Prepares for documents.
   *
   * @param deepest the most levels of objects and lists that are read
   */
  public WireJson(int deepest) {
    factory =
        new JsonFactoryBuilder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(deepest)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(JsonValues.LONGEST_TEXT)
                    .maxNameLength(JsonValues.LONGEST_TEXT)
                    .build())
            // The names of fields are another process's: interned, they would never be freed.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
  }

  /** A document in UTF-8. */
  public byte[] write(Writing document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = factory.createGenerator(bytes)) {
      document.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a document, which must be all that there is.
   *
   * @param longest in bytes
   * @throws InvalidAnswerException if it is none, is too long or too deep, or {@code document}
   *     refuses it
   */
  public <T> T read(byte[] bytes, int longest, Reading<T> document) throws InvalidAnswerException {
    if (bytes.length > longest) {
      throw new InvalidAnswerException("an answer of " + bytes.length + " bytes");
    }
    try (JsonParser parser = factory.createParser(bytes)) {
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
