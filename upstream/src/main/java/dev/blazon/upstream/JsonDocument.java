package dev.blazon.upstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A streaming parser for one JSON object: passes values to {@link JsonPart}s while bytes arrive.
 * Long strings are cut to 64 KB.
 */
public final class JsonDocument {

  /** No string that we need is longer, in bytes; a logo in an endpoint document comes close. */
  private static final int MAX_TEXT = 64 << 10;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          // Version numbers are field names here; interned, they would never be freed.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final TextCutter cutter = new TextCutter(MAX_TEXT, this::parse);
  private final JsonPart root;
  private final JsonParser parser;
  private final ByteArrayFeeder feeder;
  private final Deque<JsonPart> parts = new ArrayDeque<>();
  private final Deque<Boolean> arrays = new ArrayDeque<>();
  private String field = "";
  private int skippedDepth;
  private boolean complete;

  /** Creates a parser that passes the outermost object to {@code root}. */
  public JsonDocument(JsonPart root) {
    this.root = root;
    try {
      parser = FACTORY.createNonBlockingByteArrayParser();
    } catch (IOException e) {
      throw new IllegalStateException("a parser without input does no I/O", e);
    }
    feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
  }

  /** Reads the next bytes. */
  public void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException {
    cutter.feed(bytes, offset, length);
  }

  private void parse(byte[] bytes, int offset, int length) throws InvalidDocumentException {
    try {
      feeder.feedInput(bytes, offset, offset + length);
      dispatchTokens();
    } catch (IOException e) {
      throw new InvalidDocumentException("no JSON", e);
    }
  }

  /** Ends the document; throws if it is incomplete. */
  public void finish() throws InvalidDocumentException {
    try {
      feeder.endOfInput();
      dispatchTokens();
      parser.close();
    } catch (JsonEOFException e) {
      throw new InvalidDocumentException("the JSON is cut short", e);
    } catch (IOException e) {
      throw new InvalidDocumentException("no JSON", e);
    }
    if (!complete) {
      throw new InvalidDocumentException("the JSON is cut short");
    }
  }

  private void dispatchTokens() throws IOException, InvalidDocumentException {
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null || token == JsonToken.NOT_AVAILABLE) {
        return;
      }
      if (skippedDepth > 0) {
        skippedDepth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      } else if (parts.isEmpty()) {
        beginRoot(token);
      } else {
        dispatch(token);
      }
    }
  }

  private void beginRoot(JsonToken token) throws InvalidDocumentException {
    if (token != JsonToken.START_OBJECT || complete) {
      throw new InvalidDocumentException("a JSON object is needed");
    }
    parts.push(root);
    arrays.push(false);
  }

  private void dispatch(JsonToken token) throws IOException {
    switch (token) {
      case FIELD_NAME -> field = parser.currentName();
      case START_OBJECT, START_ARRAY -> begin(token);
      case END_OBJECT, END_ARRAY -> {
        parts.pop().end();
        arrays.pop();
        complete = parts.isEmpty();
      }
      default -> parts.peek().value(currentField(), parser);
    }
  }

  private void begin(JsonToken token) {
    JsonPart part = parts.peek().part(currentField());
    if (part == JsonPart.SKIPPED) {
      skippedDepth = 1;
    } else {
      parts.push(part);
      arrays.push(token == JsonToken.START_ARRAY);
    }
  }

  private String currentField() {
    return arrays.peek() ? "" : field;
  }
}
