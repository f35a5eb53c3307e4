package dev.blazon.count.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.blazon.count.Day;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads expected values, one after the other, and refuses any other with {@link
 * InvalidAnswerException}. For one document.
 */
public final class JsonValues {

  /** The longest text, in characters; names of projects have up to 256, versions up to 128. */
  public static final int LONGEST_TEXT = 1_024;

  private final JsonParser parser;

  public JsonValues(JsonParser parser) {
    this.parser = parser;
  }

  /** Begins an object, whose fields {@link #field} goes through. */
  public void begin() throws IOException {
    expect(parser.nextToken(), JsonToken.START_OBJECT);
  }

  /** The next field of an object; empty at its end. */
  public String field() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_OBJECT) {
      return "";
    }
    expect(token, JsonToken.FIELD_NAME);
    return parser.currentName().isEmpty() ? "?" : parser.currentName();
  }

  /** Skips the value of a field. */
  public void skip() throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  /** The document must end here. */
  public void end() throws IOException {
    if (parser.nextToken() != null) {
      throw new InvalidAnswerException("bytes after the answer");
    }
  }

  /** Begins a list. */
  public void beginList() throws IOException {
    expect(parser.nextToken(), JsonToken.START_ARRAY);
  }

  /** Steps to the next value of a list; false at its end. */
  public boolean hasNext() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw malformed(token);
    }
    return token != JsonToken.END_ARRAY;
  }

  /** A list must end here. */
  public void endList() throws IOException {
    expect(parser.nextToken(), JsonToken.END_ARRAY);
  }

  /** The value that {@link #hasNext} stepped to begins a list. */
  public void thisList() throws IOException {
    expect(parser.currentToken(), JsonToken.START_ARRAY);
  }

  /** A text of at most {@link #LONGEST_TEXT} characters. */
  public String text() throws IOException {
    parser.nextToken();
    return thisText();
  }

  String thisText() throws IOException {
    expect(parser.currentToken(), JsonToken.VALUE_STRING);
    String text = parser.getText();
    if (text.length() > LONGEST_TEXT) {
      throw new InvalidAnswerException("a text of " + text.length() + " characters");
    }
    return text;
  }

  /** A number that is not negative. */
  public long count() throws IOException {
    parser.nextToken();
    return notNegative(thisNumber());
  }

  /** A number that is not negative and fits into an int. */
  public int smallCount() throws IOException {
    return Math.toIntExact(count());
  }

  /** A number, which may be negative. */
  public long number() throws IOException {
    parser.nextToken();
    return thisNumber();
  }

  long thisNumber() throws IOException {
    expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT);
    return parser.getLongValue();
  }

  static long notNegative(long number) throws InvalidAnswerException {
    if (number < 0) {
      throw new InvalidAnswerException("a negative count");
    }
    return number;
  }

  boolean truth() throws IOException {
    JsonToken token = parser.nextToken();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw malformed(token);
    }
    return token == JsonToken.VALUE_TRUE;
  }

  Day day() throws IOException {
    parser.nextToken();
    return thisDay();
  }

  Day thisDay() throws IOException {
    Day day = new Day(Math.toIntExact(thisNumber()));
    if (!Days.isPossible(day)) {
      throw new InvalidAnswerException("a day outside of all calendars");
    }
    return day;
  }

  /** A text that is one of some words. */
  public <E> E word(E[] values, Function<E, String> words) throws IOException {
    parser.nextToken();
    return thisWord(values, words);
  }

  <E> E thisWord(E[] values, Function<E, String> words) throws IOException {
    String text = thisText();
    for (E value : values) {
      if (words.apply(value).equals(text)) {
        return value;
      }
    }
    throw new InvalidAnswerException("an unknown word");
  }

  /** A list of texts. */
  public List<String> texts(int most) throws IOException {
    beginList();
    List<String> texts = new ArrayList<>();
    while (hasNext()) {
      fits(texts.size(), most);
      texts.add(thisText());
    }
    return texts;
  }

  /** Refuses one more value in a list that has as many as it may have. */
  public static void fits(int size, int most) throws InvalidAnswerException {
    if (size >= most) {
      throw new InvalidAnswerException("a list of more than " + most);
    }
  }

  private static void expect(JsonToken token, JsonToken expected) throws InvalidAnswerException {
    if (token != expected) {
      throw malformed(token);
    }
  }

  private static InvalidAnswerException malformed(JsonToken token) {
    return new InvalidAnswerException(token == null ? "a cut answer" : "an unexpected " + token);
  }
}
