package dev.blazon.api.shield;

import java.math.BigInteger;
import java.util.Comparator;

/** Compares dotted numbers part by part, so that 3.9 comes before 3.10. */
enum NumericOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String left, String right) {
    String[] ours = left.split("\\.", -1);
    String[] theirs = right.split("\\.", -1);
    for (int i = 0; i < Math.max(ours.length, theirs.length); i++) {
      int order = part(ours, i).compareTo(part(theirs, i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(ours.length, theirs.length);
  }

  private static BigInteger part(String[] parts, int at) {
    return at < parts.length && !parts[at].isEmpty() ? new BigInteger(parts[at]) : BigInteger.ZERO;
  }
}
