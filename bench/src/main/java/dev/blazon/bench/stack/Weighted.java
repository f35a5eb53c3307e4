package dev.blazon.bench.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** A weighted random choice. Immutable. */
final class Weighted<T> {

  private final List<T> items;

  /** For each item, the sum of the weights up to and including its own. */
  private final double[] sums;

  /**
   * @param weight the weight of an item: 0 or more, and not 0 for all
   */
  Weighted(List<T> items, ToDoubleFunction<T> weight) {
    this.items = List.copyOf(items);
    this.sums = new double[items.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += weight.applyAsDouble(this.items.get(i));
      sums[i] = sum;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("nothing to pick from");
    }
  }

  /**
   * A choice by Zipf's law with exponent 1: the n-th item has 1/n of the frequency of the first.
   */
  static <T> Weighted<T> zipf(List<T> byFrequency) {
    int[] rank = {0};
    return new Weighted<>(byFrequency, item -> 1.0 / ++rank[0]);
  }

  T pick(Random random) {
    double at = random.nextDouble() * sums[sums.length - 1];
    int index = Arrays.binarySearch(sums, at);
    // A value equal to an item's sum belongs to the next item.
    return items.get(index >= 0 ? index + 1 : -index - 1);
  }
}
