package dev.blazon.stats.download;

import dev.blazon.count.Dimension;
import dev.blazon.stats.packed.VersionList;
import dev.blazon.stats.store.ImportTransaction;
import java.util.Arrays;

/** Finds the number of a category by its bytes, and asks the store for each category once. */
final class CategoryNumbers {

  private static final int FIRST_CAPACITY = 64;

  private final ImportTransaction transaction;
  private final VersionList[] seen = new VersionList[Dimension.count()];
  private final int[][] numbers = new int[seen.length][FIRST_CAPACITY];

  CategoryNumbers(ImportTransaction transaction) {
    this.transaction = transaction;
    Arrays.setAll(seen, i -> new VersionList());
  }

  int number(int dimension, byte[] text, int from, int to) {
    VersionList list = seen[dimension];
    int known = list.size();
    int place = list.numberOf(text, from, to);
    if (place == known) {
      if (place == numbers[dimension].length) {
        numbers[dimension] = Arrays.copyOf(numbers[dimension], place * 2);
      }
      numbers[dimension][place] = transaction.category(Dimension.of(dimension), list.get(place));
    }
    return numbers[dimension][place];
  }
}
