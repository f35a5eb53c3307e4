package dev.blazon.imaging.png.encode;

import java.util.Arrays;

/**
 * A Huffman code as deflate wants it (RFC 1951, section 3.2.2): canonical, no codeword longer than
 * a limit, and each kept bit-reversed, since deflate sends codewords from their first bit on.
 * Reused from picture to picture.
 */
final class HuffmanCode {

  /** Bits that hold a symbol where symbol and frequency share an int. */
  private static final int SYMBOL_BITS = 9;

  private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

  /** From here on frequencies are compared and not counted. */
  private static final int MANY = 32;

  private final int limit;
  private final int[] frequencies;
  private final int[] lengths;
  private final int[] codewords;
  private final int[] sorted;
  private final int[] work;
  private final int[] perFrequency = new int[MANY + 1];
  private final int[] perLength = new int[17];
  private final int[] nextCodeword = new int[17];

  /**
   * Makes an empty code.
   *
   * @param symbols how many there may be
   * @param limit the length in bits of the longest codeword allowed
   */
  HuffmanCode(int symbols, int limit) {
    this.limit = limit;
    frequencies = new int[symbols];
    lengths = new int[symbols];
    codewords = new int[symbols];
    sorted = new int[symbols];
    work = new int[symbols];
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(frequencies, 0);
  }

  void count(int symbol) {
    frequencies[symbol]++;
  }

  /** The codeword's length in bits; 0: the symbol does not occur. */
  int length(int symbol) {
    return lengths[symbol];
  }

  int codeword(int symbol) {
    return codewords[symbol];
  }

  /** Appends the codewords of symbols that occur. */
  void write(int[] symbols, int from, int to, BitSink sink) {
    sink.putAll(codewords, lengths, symbols, from, to);
  }

  /** One more than the last symbol that occurs, but no less than this. */
  int used(int atLeast) {
    int used = lengths.length;
    while (used > atLeast && lengths[used - 1] == 0) {
      used--;
    }
    return used;
  }

  /** Makes the code for what was counted. */
  void build() {
    Arrays.fill(lengths, 0);
    Arrays.fill(perLength, 0);
    int count = sort();
    if (count <= 2) {
      // Even a lone symbol has a codeword of one bit.
      perLength[1] = count;
    } else {
      depths(count);
      limitLengths();
    }
    assign(count);
  }

  /**
   * Sorts the symbols that occur by frequency, then by number. Most occur a few times only, so that
   * counting sorts them, and there is little left to compare.
   *
   * @return how many occur
   */
  private int sort() {
    Arrays.fill(perFrequency, 0);
    int count = 0;
    for (int frequency : frequencies) {
      if (frequency > 0) {
        perFrequency[Math.min(frequency, MANY)]++;
        count++;
      }
    }
    int start = 0;
    for (int frequency = 1; frequency <= MANY; frequency++) {
      start += perFrequency[frequency];
      perFrequency[frequency] = start - perFrequency[frequency];
    }
    int many = perFrequency[MANY];
    for (int symbol = 0; symbol < frequencies.length; symbol++) {
      int frequency = frequencies[symbol];
      if (frequency > 0) {
        sorted[perFrequency[Math.min(frequency, MANY)]++] = (frequency << SYMBOL_BITS) | symbol;
      }
    }
    Arrays.sort(sorted, many, count);
    return count;
  }

  /** Counts how deep the leaves of a Huffman tree lie (Moffat and Katajainen, 1995, in place). */
  private void depths(int count) {
    int[] a = work;
    for (int i = 0; i < count; i++) {
      a[i] = sorted[i] >>> SYMBOL_BITS;
    }
    // Left to right: join the two least; each joined node leaves its parent's index behind.
    a[0] += a[1];
    int root = 0;
    int leaf = 2;
    for (int next = 1; next < count - 1; next++) {
      if (leaf >= count || a[root] < a[leaf]) {
        a[next] = a[root];
        a[root++] = next;
      } else {
        a[next] = a[leaf++];
      }
      if (leaf >= count || (root < next && a[root] < a[leaf])) {
        a[next] += a[root];
        a[root++] = next;
      } else {
        a[next] += a[leaf++];
      }
    }
    // Right to left: the depth of each joined node.
    a[count - 2] = 0;
    for (int next = count - 3; next >= 0; next--) {
      a[next] = a[a[next]] + 1;
    }
    countLeaves(count);
  }

  /** From the depths of the joined nodes, how many leaves hang at each depth. */
  private void countLeaves(int count) {
    int available = 1;
    int depth = 0;
    int node = count - 2;
    int left = count;
    while (available > 0 && left > 0) {
      int inner = 0;
      while (node >= 0 && work[node] == depth) {
        inner++;
        node--;
      }
      int leaves = available - inner;
      perLength[Math.min(depth, limit)] += leaves;
      left -= leaves;
      available = 2 * inner;
      depth++;
    }
  }

  /**
   * Where codewords were cut to the limit there are too many of that length, by Kraft's sum: one of
   * them at a time goes beside a shorter codeword, one level further down.
   */
  private void limitLengths() {
    int sum = 0;
    for (int length = 1; length <= limit; length++) {
      sum += perLength[length] << (limit - length);
    }
    for (; sum > 1 << limit; sum--) {
      int length = limit - 1;
      while (perLength[length] == 0) {
        length--;
      }
      perLength[length]--;
      perLength[length + 1] += 2;
      perLength[limit]--;
    }
  }

  /** The rarest symbols get the longest codewords; equally long ones are numbered by symbol. */
  private void assign(int count) {
    int length = limit;
    int taken = 0;
    for (int i = 0; i < count; i++) {
      while (taken == perLength[length]) {
        length--;
        taken = 0;
      }
      lengths[sorted[i] & SYMBOL_MASK] = length;
      taken++;
    }
    int codeword = 0;
    for (int bits = 1; bits <= limit; bits++) {
      codeword = (codeword + perLength[bits - 1]) << 1;
      nextCodeword[bits] = codeword;
    }
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int bits = lengths[symbol];
      if (bits > 0) {
        codewords[symbol] = Integer.reverse(nextCodeword[bits]++) >>> (32 - bits);
      }
    }
  }
}
