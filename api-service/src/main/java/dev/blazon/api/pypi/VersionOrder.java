package dev.blazon.api.pypi;

import dev.blazon.badge.Ascii;
import java.util.Comparator;
import java.util.Optional;

/**
 * The order of versions as indexes write them. Valid versions are ordered by PEP 440. Invalid ones,
 * which old projects still list ({@code 2004d}, {@code 1.0.0-final}), come before all valid ones
 * and are compared with runs of digits as numbers and everything else as text.
 */
public final class VersionOrder implements Comparator<String> {

  public static final VersionOrder OLDEST_FIRST = new VersionOrder();

  private VersionOrder() {}

  @Override
  public int compare(String one, String other) {
    return compare(Version.parse(one), one, Version.parse(other), other);
  }

  static int compare(
      Optional<Version> oneVersion, String one, Optional<Version> otherVersion, String other) {
    if (oneVersion.isPresent() && otherVersion.isPresent()) {
      return oneVersion.get().compareTo(otherVersion.get());
    }
    return oneVersion.isEmpty() && otherVersion.isEmpty()
        ? compareNaturally(one, other)
        : Boolean.compare(oneVersion.isPresent(), otherVersion.isPresent());
  }

  private static int compareNaturally(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int order;
      if (Ascii.isDigit(one.charAt(i)) && Ascii.isDigit(other.charAt(j))) {
        int oneEnd = endOfNumber(one, i);
        int otherEnd = endOfNumber(other, j);
        int oneBegin = skipZeros(one, i, oneEnd);
        int otherBegin = skipZeros(other, j, otherEnd);
        order = Integer.compare(oneEnd - oneBegin, otherEnd - otherBegin);
        if (order == 0) {
          order = one.substring(oneBegin, oneEnd).compareTo(other.substring(otherBegin, otherEnd));
        }
        i = oneEnd;
        j = otherEnd;
      } else {
        order = Character.compare(one.charAt(i++), other.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length() - i, other.length() - j);
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int skipZeros(String text, int from, int end) {
    int begin = from;
    while (begin < end && text.charAt(begin) == '0') {
      begin++;
    }
    return begin;
  }
}
