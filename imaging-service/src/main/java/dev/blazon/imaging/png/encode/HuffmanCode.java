package dev.blazon.imaging.png.encode;

import java.util.Arrays;

/**
 * A Huffman code for deflate (RFC 1951, section 3.2.2): canonical, with a limit on the length of
 * codewords. Codewords are stored bit-reversed, because deflate writes them from their first bit
 * on. Reused for many pictures.
 */
final class HuffmanCode {

  /** The bits for a symbol in an int that contains both a symbol and its frequency. */
  private static final int SYMBOL_BITS = 9;

  private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

  /** Frequencies from here on are sorted by comparison instead of counting. */
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
   * Creates an empty code.
   *
   * @param symbols the number of symbols
   * @param limit the maximum length of a codeword, in bits
   */
  HuffmanCode(int symbols, int limit) {
    this.limit = limit;
    frequencies = new int[symbols];
    lengths = new int[symbols];
    codewords = new int[symbols];
    sorted = new int[symbols];
    work = new int[symbols];
  }

  /** Resets all frequencies. */
  void clear() {
    Arrays.fill(frequencies, 0);
  }

  void count(int symbol) {
    frequencies[symbol]++;
  }

  /** The length of the codeword, in bits; 0 if the symbol does not occur. */
  int length(int symbol) {
    return lengths[symbol];
  }

  int codeword(int symbol) {
    return codewords[symbol];
  }

  /** Appends the codewords of symbols; all of them must occur in the code. */
  void write(int[] symbols, int from, int to, BitSink sink) {
    sink.putAll(codewords, lengths, symbols, from, to);
  }

  /** One more than the last symbol that occurs, but at least {@code atLeast}. */
  int used(int atLeast) {
    int used = lengths.length;
    while (used > atLeast && lengths[used - 1] == 0) {
      used--;
    }
    return used;
  }

  /** Builds the code for the counted frequencies. */
  void build() {
    Arrays.fill(lengths, 0);
    Arrays.fill(perLength, 0);
    int count = sort();
    if (count <= 2) {
      // Even a single symbol needs a codeword of one bit.
      perLength[1] = count;
    } else {
      depths(count);
      limitLengths();
    }
    assign(count);
  }

  /**
   * Sorts the symbols that occur by frequency, then by number. Most occur only a few times and are
   * sorted by counting, so few comparisons remain.
   *
   * @return the number of symbols that occur
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

  /** Computes the depths of a Huffman tree's leaves (Moffat and Katajainen, 1995, in place). */
  private void depths(int count) {
    int[] a = work;
    for (int i = 0; i < count; i++) {
      a[i] = sorted[i] >>> SYMBOL_BITS;
    }
    // Left to right: join the two least frequent nodes, and replace each by its parent's index.
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
    // Right to left: compute the depth of each joined node.
    a[count - 2] = 0;
    for (int next = count - 3; next >= 0; next--) {
      a[next] = a[a[next]] + 1;
    }
    countLeaves(count);
  }

  /** Counts the leaves at each depth from the depths of the joined nodes. */
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
   * Repairs the code after lengths were cut to the limit: by Kraft's sum there are then too many
   * codewords of that length. One at a time is moved beside a shorter codeword, one level further
   * down.
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

  /** Assigns codewords: the rarest symbols get the longest; equal lengths are ordered by symbol. */
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
