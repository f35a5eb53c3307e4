package dev.blazon.bench.stats;

import java.util.SplittableRandom;

/**
 * Categories of made-up downloads, in the shares that PyPI's own have: mirrors say nothing about
 * themselves, and of the others few countries, versions of Python and systems make up the most.
 */
final class SyntheticCategories {

  static final String HEAD = ",python,system,installer,country,ci";

  private static final String[] PYTHONS = {
    "3.12", "3.11", "3.10", "3.13", "3.9", "3.8", "3.7", "3.14", "3.6", "2.7", ""
  };
  private static final String[] SYSTEMS = {"Linux", "", "Darwin", "Windows", "FreeBSD"};
  private static final String[] INSTALLERS = {
    "pip", "uv", "poetry", "requests", "Browser", "pdm", "conda", "setuptools"
  };
  private static final String[] MIRRORS = {"bandersnatch", "z3c.pypimirror", "Artifactory"};
  private static final String[] CI = {"", "true", "false"};
  private static final int COUNTRIES = 200;
  private static final int LETTERS = 26;

  /** A version with many downloads has them from many kinds of clients, but not from all. */
  private static final int MAX_KINDS = 60;

  /**
   * Appends rows whose downloads add up to those of a version.
   *
   * @return how many
   */
  static int write(
      String start, long people, long mirrors, SplittableRandom random, StringBuilder lines) {
    int rows = 0;
    if (mirrors > 0) {
      lines.append(start).append(mirrors).append(",0,,,");
      lines.append(choose(MIRRORS, random)).append(',').append(country(random)).append(",\n");
      rows++;
    }
    int kinds = (int) Math.min(people, Math.min(MAX_KINDS, 1 + (long) Math.sqrt((double) people)));
    long left = people;
    for (int kind = 0; kind < kinds; kind++) {
      long part = kind == kinds - 1 ? left : 1 + random.nextLong(left - (kinds - kind) + 1) / 2;
      left -= part;
      lines.append(start).append(part).append(',').append(part).append(',');
      lines.append(choose(PYTHONS, random)).append(',');
      lines.append(choose(SYSTEMS, random)).append(',');
      lines.append(choose(INSTALLERS, random)).append(',');
      lines.append(country(random)).append(',').append(choose(CI, random)).append('\n');
      rows++;
    }
    return rows;
  }

  /** The cube prefers the first ones. */
  private static int place(int size, SplittableRandom random) {
    return (int) (size * Math.pow(random.nextDouble(), 3));
  }

  private static String choose(String[] of, SplittableRandom random) {
    return of[place(of.length, random)];
  }

  private static String country(SplittableRandom random) {
    int number = place(COUNTRIES, random);
    return "" + (char) ('A' + number / LETTERS) + (char) ('A' + number % LETTERS);
  }

  private SyntheticCategories() {}
}
