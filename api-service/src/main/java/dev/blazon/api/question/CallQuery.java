package dev.blazon.api.question;

import dev.blazon.count.Day;
import dev.blazon.count.Measure;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parameters of a call. Every method that reads one throws {@link RefusedException}, which
 * names it, if its value is impossible. Immutable.
 */
public final class CallQuery {

  public static final Day LATEST = Day.of(2099, 12, 31);

  private static final String A_DAY =
      "a day such as 2026-08-24, from " + Day.EARLIEST + " to " + LATEST;

  /** More than any call has, so that a flood of names costs nothing. */
  private static final int MOST_PARAMETERS = 32;

  private static final String YES = "true";
  private static final String NO = "false";

  private final Map<String, List<String>> values;

  private CallQuery(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads a raw query.
   *
   * @param query without its question mark; empty if there is none
   */
  public static CallQuery parse(String query) {
    try {
      return new CallQuery(
          new HashMap<>(
              new QueryStringDecoder(query, StandardCharsets.UTF_8, false, MOST_PARAMETERS)
                  .parameters()));
    } catch (IllegalArgumentException e) {
      throw Refusal.badForm("the query", query, "percent-encoded UTF-8");
    }
  }

  /** Refuses parameters with other names: a slip of the pen must not change the numbers. */
  public void allowOnly(String... names) {
    List<String> allowed = Arrays.asList(names);
    for (String name : values.keySet()) {
      if (!allowed.contains(name)) {
        throw Refusal.unknownParameter(name, allowed);
      }
    }
  }

  /** The value; a parameter that is given twice with different values is refused. */
  public Optional<String> given(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    if (all.stream().distinct().count() > 1) {
      throw Refusal.badForm(name, String.join(" and ", all), "given once");
    }
    return all.stream().findFirst();
  }

  /** One of some values; the first of them, if there is none. */
  public String choice(String name, List<String> possible) {
    return optionalChoice(name, possible).orElse(possible.get(0));
  }

  public Optional<String> optionalChoice(String name, List<String> possible) {
    Optional<String> value = given(name);
    value
        .filter(given -> !possible.contains(given))
        .ifPresent(
            wrong -> {
              throw Refusal.badValue(name, wrong, possible);
            });
    return value;
  }

  public Optional<Day> day(String name) {
    return given(name).map(text -> day(name, text));
  }

  /** Reads a day from any part of a call. */
  public static Day day(String name, String text) {
    return Day.parse(text)
        .filter(day -> !day.isBefore(Day.EARLIEST) && !day.isAfter(LATEST))
        .orElseThrow(() -> Refusal.badForm(name, text, A_DAY));
  }

  /** {@code mirrors=true}, the usual, or {@code mirrors=false}. */
  public Measure measure() {
    return optionalMeasure().orElse(Measure.ALL);
  }

  public Optional<Measure> optionalMeasure() {
    return optionalChoice("mirrors", List.of(YES, NO))
        .map(value -> value.equals(YES) ? Measure.ALL : Measure.WITHOUT_MIRRORS);
  }

  /** A whole number from 1 to {@code most}. */
  public int number(String name, int usual, int most) {
    return optionalNumber(name, 1, most).orElse(usual);
  }

  /** A whole number from {@code least} to {@code most}. */
  public OptionalInt optionalNumber(String name, int least, int most) {
    Optional<String> text = given(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    String digits = text.get();
    // Nine digits cannot overflow.
    int number = digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    if (number < least || number > most) {
      throw Refusal.badForm(name, digits, "a number from " + least + " to " + most);
    }
    return OptionalInt.of(number);
  }

  /**
   * Patterns of versions, separated by commas.
   *
   * @return none if the parameter is not given
   */
  public List<String> globs(String name, int most, int longest) {
    Optional<String> text = given(name);
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> globs = new ArrayList<>(Arrays.asList(text.get().split(",", most + 1)));
    boolean fine =
        globs.size() <= most
            && globs.stream()
                .allMatch(glob -> glob.length() <= longest && glob.matches("[\\w.*?+!~-]+"));
    if (!fine) {
      throw Refusal.badForm(
          name,
          text.get(),
          "versions such as 2.31.0 or 2.*, separated by commas, at most "
              + most
              + " of at most "
              + longest
              + " characters");
    }
    return globs;
  }
}
