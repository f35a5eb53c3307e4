package dev.blazon.stats.packed;

import java.util.Arrays;

/**
 * Counts of numbered things on the days of a month: a line for each thing that occurs, a column for
 * each day that has any. It codes itself with a {@link BitCoder}, in the contexts that tell the
 * most about what comes next. Used again and again by one thread.
 *
 * <p>What is known about a line from the days before it decides the context: on what part of them
 * it occurred and whether on the last one, how many downloads it had, and whether they were
 * mirrors'. Where the sums of a day are known, what follows from them is not written.
 */
final class Sheet {

  /** Contexts of a sheet. */
  static final int CONTEXTS = 768;

  /** More cells would take too long to read. */
  static final int MOST_CELLS = 1 << 16;

  private static final int DAYS = 32;

  private static final int LINES = 0;
  private static final int GAP = LINES + BitCoder.NUMBER_CONTEXTS;
  private static final int OCCURS = GAP + BitCoder.NUMBER_CONTEXTS;
  private static final int OCCURS_CONTEXTS = 64;
  private static final int ALL = OCCURS + OCCURS_CONTEXTS;
  private static final int SIZES = 12;
  private static final int RELATION = ALL + SIZES * BitCoder.NUMBER_CONTEXTS;
  private static final int RELATION_CONTEXTS = 16;
  private static final int MIRRORS = RELATION + RELATION_CONTEXTS;
  private static final int MIRRORS_SIZES = 7;
  private static final int SAME_SUM = MIRRORS + MIRRORS_SIZES * BitCoder.NUMBER_CONTEXTS;

  private static final int PARTS = 7;
  private static final int NO_MIRRORS = 0;
  private static final int ALL_MIRRORS = 1;
  private static final int SOME_MIRRORS = 2;

  private int[] numbers = new int[0];
  private int lines;

  /** Downloads by line and day; zero where the line does not occur. */
  private long[] all = new long[0];

  private long[] mirrors = new long[0];
  private int[] seen = new int[0];
  private int[] lastSize = new int[0];
  private int[] lastRelation = new int[0];

  /** Begins a sheet without lines. */
  void begin() {
    lines = 0;
  }

  /** Adds downloads; a line's number may come in any order. */
  void add(int day, int number, long allDownloads, long ofMirrors) {
    int line = Arrays.binarySearch(numbers, 0, lines, number);
    if (line < 0) {
      line = -line - 1;
      ensure(lines + 1);
      System.arraycopy(numbers, line, numbers, line + 1, lines - line);
      int moved = (lines - line) * DAYS;
      System.arraycopy(all, line * DAYS, all, (line + 1) * DAYS, moved);
      System.arraycopy(mirrors, line * DAYS, mirrors, (line + 1) * DAYS, moved);
      numbers[line] = number;
      lines++;
      clear(line);
    }
    all[line * DAYS + day] = allDownloads;
    mirrors[line * DAYS + day] = ofMirrors;
  }

  private void clear(int line) {
    Arrays.fill(all, line * DAYS, (line + 1) * DAYS, 0);
    Arrays.fill(mirrors, line * DAYS, (line + 1) * DAYS, 0);
  }

  private void ensure(int wanted) {
    if (wanted > numbers.length) {
      int capacity = Math.max(wanted, numbers.length * 2);
      numbers = Arrays.copyOf(numbers, capacity);
      all = Arrays.copyOf(all, capacity * DAYS);
      mirrors = Arrays.copyOf(mirrors, capacity * DAYS);
    }
  }

  int lines() {
    return lines;
  }

  int number(int line) {
    return numbers[line];
  }

  /** Downloads of a line on a day; zero if it does not occur. */
  long all(int line, int day) {
    return all[line * DAYS + day];
  }

  long mirrors(int line, int day) {
    return mirrors[line * DAYS + day];
  }

  /** All downloads of a day. */
  long all(int day) {
    return sum(all, day);
  }

  /** All mirrors' downloads of a day. */
  long mirrors(int day) {
    return sum(mirrors, day);
  }

  private long sum(long[] cells, int day) {
    long sum = 0;
    for (int line = 0; line < lines; line++) {
      sum += cells[line * DAYS + day];
    }
    return sum;
  }

  /** Whether reading it takes a bounded time. */
  boolean isSmall() {
    return (long) lines * DAYS <= MOST_CELLS;
  }

  /**
   * Codes this sheet, which a reader has begun.
   *
   * @param base the first of its contexts
   * @param days how many columns are used
   * @param sums a sheet of the same days, which often has the same sums, or this one if there is
   *     none
   */
  void code(BitCoder coder, int base, int days, Sheet sums) {
    codeNumbers(coder, base);
    seen = begun(seen);
    lastSize = begun(lastSize);
    lastRelation = begun(lastRelation);
    for (int day = 0; day < days; day++) {
      int occurring = 0;
      for (int line = 0; line < lines; line++) {
        int cell = line * DAYS + day;
        boolean occurs = coder.bit(base + OCCURS + occurs(line, day), all[cell] > 0);
        if (occurs) {
          occurring++;
          // A reader fills in the number below; until then one that is not zero.
          all[cell] = Math.max(1, all[cell]);
        }
      }
      if (occurring > 0) {
        codeDay(coder, base, day, occurring, sums);
      }
    }
  }

  private int[] begun(int[] ofLines) {
    int[] array = ofLines.length < lines ? new int[numbers.length] : ofLines;
    Arrays.fill(array, 0, lines, 0);
    return array;
  }

  private void codeNumbers(BitCoder coder, int base) {
    int count = coder.small(base + LINES, lines);
    if ((long) count * DAYS > MOST_CELLS) {
      throw new DamagedBlobException(count + " lines");
    }
    ensure(count);
    int last = -1;
    for (int line = 0; line < count; line++) {
      int gap = line < lines ? numbers[line] - last - 1 : 0;
      last = Math.addExact(last, Math.addExact(coder.small(base + GAP, gap), 1));
      if (line >= lines) {
        clear(line);
      }
      numbers[line] = last;
    }
    lines = count;
  }

  private int occurs(int line, int day) {
    if (seen[line] == 0) {
      return bits(day);
    }
    int part = Math.min(PARTS - 1, seen[line] * PARTS / day);
    boolean yesterday = all[line * DAYS + day - 1] > 0;
    return 8 + part * 8 + (yesterday ? 4 : 0) + Math.min(3, bits(day));
  }

  private void codeDay(BitCoder coder, int base, int day, int occurring, Sheet sums) {
    boolean isSame =
        sums != this
            && sums.all(day) >= occurring
            && coder.bit(
                base + SAME_SUM, sums.all(day) == all(day) && sums.mirrors(day) == mirrors(day));
    long allLeft = isSame ? sums.all(day) : 0;
    long mirrorsLeft = isSame ? sums.mirrors(day) : 0;
    int left = occurring;
    for (int line = 0; line < lines; line++) {
      int cell = line * DAYS + day;
      if (all[cell] == 0) {
        continue;
      }
      if (isSame && left == 1) {
        all[cell] = allLeft;
        mirrors[cell] = mirrorsLeft;
      } else {
        if (isSame && allLeft == left) {
          all[cell] = 1;
        } else {
          int size = seen[line] == 0 ? 0 : 1 + Math.min(SIZES - 2, lastSize[line]);
          int context = base + ALL + size * BitCoder.NUMBER_CONTEXTS;
          all[cell] = coder.number(context, all[cell] - 1) + 1;
        }
        mirrors[cell] = codeMirrors(coder, base, line, cell, isSame, allLeft, mirrorsLeft);
      }
      allLeft -= all[cell];
      mirrorsLeft -= mirrors[cell];
      left--;
      if (mirrors[cell] < 0 || mirrors[cell] > all[cell] || (isSame && allLeft < left)) {
        throw new DamagedBlobException("counts are larger than their sum");
      }
      seen[line]++;
      lastSize[line] = bits(all[cell]);
      lastRelation[line] = relation(all[cell], mirrors[cell]);
    }
  }

  private long codeMirrors(
      BitCoder coder, int base, int line, int cell, boolean isSame, long allLeft, long left) {
    if (isSame && left == 0) {
      return 0;
    }
    if (isSame && left == allLeft) {
      return all[cell];
    }
    int before = seen[line] == 0 ? 0 : 1 + lastRelation[line];
    int context = base + RELATION + before * 4 + (all[cell] == 1 ? 2 : 0);
    int relation = relation(all[cell], mirrors[cell]);
    if (coder.bit(context, relation == NO_MIRRORS)) {
      return 0;
    }
    if (all[cell] == 1 || coder.bit(context + 1, relation == ALL_MIRRORS)) {
      return all[cell];
    }
    int size = Math.min(MIRRORS_SIZES - 1, bits(all[cell]));
    int number = base + MIRRORS + size * BitCoder.NUMBER_CONTEXTS;
    return coder.number(number, Math.max(0, mirrors[cell] - 1)) + 1;
  }

  private static int relation(long all, long mirrors) {
    if (mirrors == 0) {
      return NO_MIRRORS;
    }
    return mirrors == all ? ALL_MIRRORS : SOME_MIRRORS;
  }

  /** How many bits a number has. */
  private static int bits(long value) {
    return Long.SIZE - Long.numberOfLeadingZeros(value);
  }
}
