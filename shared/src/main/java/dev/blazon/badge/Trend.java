package dev.blazon.badge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A small line after a badge's message: how a number went over time.
 *
 * <p>The bottom of the line is zero, not the lowest number: a point at half the height is half the
 * number. A line from the lowest number to the highest would make a change of one percent look like
 * a rise from nothing.
 *
 * @param heights from the oldest to the newest, 2 to {@value #MAX_POINTS}: 0 is the bottom, {@value
 *     #MAX_HEIGHT} the top
 */
public record Trend(List<Integer> heights) {

  /** A hundredth of the line's height is finer than any screen shows at scale 3. */
  public static final int MAX_HEIGHT = 100;

  /** A quarter of a year by days; more points than a small line has room for. */
  public static final int MAX_POINTS = 90;

  static final String RULE =
      "2 to " + MAX_POINTS + " whole numbers from 0 to " + MAX_HEIGHT + " with dots between them";

  private static final int LEAST_POINTS = 2;

  /** The longest text: three digits and a dot for each point. */
  private static final int LONGEST_TEXT = 4 * MAX_POINTS;

  /** The first and the last third of the line are compared: single points go up and down. */
  private static final int PARTS = 3;

  public Trend {
    heights = List.copyOf(heights);
    if (heights.size() < LEAST_POINTS || heights.size() > MAX_POINTS) {
      throw new IllegalArgumentException("a line has 2 to " + MAX_POINTS + " points");
    }
    if (heights.stream().anyMatch(height -> height < 0 || height > MAX_HEIGHT)) {
      throw new IllegalArgumentException("a height is from 0 to " + MAX_HEIGHT);
    }
  }

  /**
   * The line of these numbers, from the oldest to the newest. The greatest is at the top.
   *
   * @return empty if there are fewer than two numbers, or none but zeros: there is nothing to show
   * @throws IllegalArgumentException if there are more than {@value #MAX_POINTS} numbers, or a
   *     negative one
   */
  public static Optional<Trend> of(List<Long> numbers) {
    if (numbers.size() < LEAST_POINTS) {
      return Optional.empty();
    }
    if (Collections.min(numbers) < 0) {
      throw new IllegalArgumentException("a line has no negative numbers");
    }
    long greatest = Collections.max(numbers);
    if (greatest == 0) {
      return Optional.empty();
    }
    return Optional.of(new Trend(numbers.stream().map(n -> height(n, greatest)).toList()));
  }

  private static int height(long number, long greatest) {
    return (int) Math.round((double) number / greatest * MAX_HEIGHT);
  }

  /**
   * What the line shows, in one word: {@code rising} if the newest third is at least a tenth higher
   * than the oldest, {@code falling} if it is the other way round, else {@code steady}.
   */
  public String direction() {
    int part = Math.max(1, heights.size() / PARTS);
    int before = sum(0, part);
    int after = sum(heights.size() - part, heights.size());
    if (before == after) {
      return "steady";
    }
    if (10 * after >= 11 * before) {
      return "rising";
    }
    return 10 * before >= 11 * after ? "falling" : "steady";
  }

  private int sum(int from, int to) {
    return heights.subList(from, to).stream().mapToInt(Integer::intValue).sum();
  }

  /** The heights with dots between them, as in {@code 40.52.100}. */
  String toText() {
    StringBuilder text = new StringBuilder(LONGEST_TEXT);
    for (int height : heights) {
      text.append(text.isEmpty() ? "" : ".").append(height);
    }
    return text.toString();
  }

  /** Reads what {@link #toText} writes; empty for anything else, so that a line has one text. */
  static Optional<Trend> parse(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    String[] words = text.split("\\.", -1);
    if (words.length < LEAST_POINTS || words.length > MAX_POINTS) {
      return Optional.empty();
    }
    List<Integer> heights = new ArrayList<>(words.length);
    for (String word : words) {
      Optional<Integer> height = heightOf(word);
      if (height.isEmpty()) {
        return Optional.empty();
      }
      heights.add(height.get());
    }
    return Optional.of(new Trend(heights));
  }

  /** Digits only: no sign, and no needless zero. */
  private static Optional<Integer> heightOf(String word) {
    int height = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < '0' || c > '9' || (height == 0 && i > 0)) {
        return Optional.empty();
      }
      height = 10 * height + c - '0';
      if (height > MAX_HEIGHT) {
        return Optional.empty();
      }
    }
    return word.isEmpty() ? Optional.empty() : Optional.of(height);
  }
}
