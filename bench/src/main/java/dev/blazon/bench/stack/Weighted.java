package dev.blazon.bench.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Picks at random, some things more often than others. Immutable. */
final class Weighted<T> {

  private final List<T> things;

  /** Of each thing: the weights up to and with it. */
  private final double[] sums;

  /**
   * @param weight 0 or more; not 0 for all
   */
  Weighted(List<T> things, ToDoubleFunction<T> weight) {
    this.things = List.copyOf(things);
    this.sums = new double[things.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += weight.applyAsDouble(this.things.get(i));
      sums[i] = sum;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("nothing to pick from");
    }
  }

  /**
   * The first is the most frequent, the n-th comes with 1/n of its frequency (Zipf's law, exponent
   * 1).
   */
  static <T> Weighted<T> zipf(List<T> byFrequency) {
    int[] rank = {0};
    return new Weighted<>(byFrequency, thing -> 1.0 / ++rank[0]);
  }

  T pick(Random random) {
    double at = random.nextDouble() * sums[sums.length - 1];
    int index = Arrays.binarySearch(sums, at);
    // At a thing's own sum the next one begins.
    return things.get(index >= 0 ? index + 1 : -index - 1);
  }
}
