package dev.blazon.count.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The parameters of a question's URL, each of which must be used. For one question. */
public final class QuestionParameters {

  private final Map<String, List<String>> given;
  private final TreeSet<String> known = new TreeSet<>();

  private QuestionParameters(Map<String, List<String>> given) {
    this.given = given;
  }

  /** Reads a query that is still percent-encoded. */
  public static QuestionParameters of(String query) throws InvalidQuestionException {
    Map<String, List<String>> given = new LinkedHashMap<>();
    if (query.isEmpty()) {
      return new QuestionParameters(given);
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      try {
        given
            .computeIfAbsent(
                URLDecoder.decode(name, StandardCharsets.UTF_8), key -> new ArrayList<>(1))
            .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw InvalidQuestionException.of(name, value, "percent-encoded UTF-8");
      }
    }
    return new QuestionParameters(given);
  }

  /** All values of a parameter that may be repeated. */
  public List<String> all(String name) throws InvalidQuestionException {
    known.add(name);
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > StatsExchange.MOST_GLOBS) {
      throw new InvalidQuestionException(
          name + ": " + values.size() + " values; allowed: " + StatsExchange.MOST_GLOBS);
    }
    return values;
  }

  /** The value of a parameter; empty if it is not there. */
  public Optional<String> optional(String name) throws InvalidQuestionException {
    known.add(name);
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw InvalidQuestionException.of(name, values.get(1), "one value only");
    }
    return values.stream().findFirst();
  }

  /**
   * A parameter that must be there.
   *
   * @param allowed which values are valid
   */
  String required(String name, String allowed) throws InvalidQuestionException {
    return optional(name)
        .orElseThrow(() -> new InvalidQuestionException(name + " is missing; allowed: " + allowed));
  }

  /** A value that is one of some words. */
  <E> E word(String name, E[] values, Function<E, String> words) throws InvalidQuestionException {
    String allowed = Words.list(values, words);
    String text = required(name, allowed);
    for (E value : values) {
      if (words.apply(value).equals(text)) {
        return value;
      }
    }
    throw InvalidQuestionException.of(name, text, allowed);
  }

  /** Refuses parameters that no other method was asked for. */
  public void refuseOthers() throws InvalidQuestionException {
    for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
      if (!known.contains(parameter.getKey())) {
        throw InvalidQuestionException.of(
            parameter.getKey(),
            parameter.getValue().get(0),
            known.isEmpty() ? "no parameter" : "only the parameters " + String.join(", ", known));
      }
    }
  }
}
