package dev.blazon.imaging.png.encode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Compresses lines of pictures as one deflate block with its own Huffman codes (RFC 1951): a small
 * picture as a whole, a large one block by block.
 *
 * <p>zlib spends most of its time on work that a badge does not need: clearing its tables, and
 * searching byte by byte. This class searches for repetitions only at whole pixels and in two
 * places: where the same four bytes were last seen, and in the line above. Not thread-safe: it
 * reuses its tables.
 */
final class Deflate {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int END_OF_BLOCK = 256;
  private static final int MIN_MATCH = 4;
  private static final int MAX_MATCH = 258;
  private static final int WINDOW = 32768;

  /**
   * The longest distance of a one-pixel match; beyond it, a match costs more bits than it saves.
   */
  private static final int NEAR = 512;

  /** How many bytes are compared in a loop before {@link Arrays#mismatch} is called. */
  private static final int AT_ONCE = 16;

  private static final int HASH_BITS = 11;

  /** The bits of the distance in a token; the length is above them, 0 for a literal. */
  private static final int DISTANCE_BITS = 16;

  private final int[] lastSeen = new int[1 << HASH_BITS];
  private final HuffmanCode literals = new HuffmanCode(286, 15);
  private final HuffmanCode distances = new HuffmanCode(30, 15);
  private final CodeLengths codeLengths = new CodeLengths();
  private final BitSink sink = new BitSink();
  private int[] tokens = new int[0];
  private int tokenCount;

  /** Positions of earlier inputs are below this, so the table need not be cleared. */
  private int base = 1;

  /**
   * The maximum length of the output for an input of this length, with the slack that the writer
   * needs.
   */
  static int bound(int inputLength) {
    return 2 * inputLength + 512;
  }

  /**
   * Compresses lines of equal length, each a filter byte and then pixels.
   *
   * @param lines the input; the array must extend eight bytes beyond its end
   * @param lineLength the bytes per line
   * @param lineCount the number of lines
   * @param pixel the bytes per pixel: 1 or 4
   * @param target the output, with room for {@link #bound} bytes from {@code at}
   * @param at the position at which the output begins
   * @param last whether no other block follows
   * @return the position after the output
   */
  int compress(
      byte[] lines, int lineLength, int lineCount, int pixel, byte[] target, int at, boolean last) {
    int length = lineLength * lineCount;
    if (tokens.length <= length) {
      tokens = new int[length + 1];
    }
    if (base > Integer.MAX_VALUE - length) {
      Arrays.fill(lastSeen, 0);
      base = 1;
    }
    literals.clear();
    distances.clear();
    tokenCount = 0;
    int reach = lineLength <= WINDOW ? lineLength : 0;
    if (pixel == 1) {
      // Every byte may start a repetition, so lines need not be separate.
      tokenize(lines, 0, length, reach, pixel);
    } else {
      for (int start = 0; start < length; start += lineLength) {
        tokenize(lines, start, start + lineLength, reach, pixel);
      }
    }
    base += length;
    literals.count(END_OF_BLOCK);
    literals.build();
    distances.build();
    sink.start(target, at);
    sink.put(last ? 0b101 : 0b100, 3); // the last block or not, with its own codes
    codeLengths.write(literals, distances, sink);
    writeTokens();
    return last ? sink.finish() : finishWithinByte(target);
  }

  /** Ends at a byte, so that the next block can begin there: with an empty block without codes. */
  private int finishWithinByte(byte[] target) {
    sink.put(0b000, 3);
    int end = sink.finish();
    target[end] = 0;
    target[end + 1] = 0;
    target[end + 2] = (byte) 0xff;
    target[end + 3] = (byte) 0xff;
    return end + 4;
  }

  /**
   * Turns a filter byte and the pixels after it into tokens.
   *
   * @param reach the distance to the line above; 0 if it is too far
   */
  private void tokenize(byte[] lines, int start, int end, int reach, int pixel) {
    literal(lines[start]);
    int i = start + 1;
    while (i < end) {
      int word = (int) INT.get(lines, i);
      int slot = (word * 0x9e3779b1) >>> (32 - HASH_BITS);
      int seen = lastSeen[slot] - base;
      lastSeen[slot] = i + base;
      int most = Math.min(end - i, MAX_MATCH);
      int length = 0;
      int distance = 0;
      if (seen > 0 && i - seen <= WINDOW && (int) INT.get(lines, seen) == word) {
        length = matchLength(lines, seen, i, most);
        distance = i - seen;
      }
      int above = i - reach;
      if (reach > 0 && above > 0 && distance != reach && (int) INT.get(lines, above) == word) {
        int fromAbove = matchLength(lines, above, i, most);
        if (fromAbove > length) {
          length = fromAbove;
          distance = reach;
        }
      }
      length -= length % pixel;
      if (length >= MIN_MATCH && (length > MIN_MATCH || distance <= NEAR)) {
        match(length, distance);
        i += length;
      } else {
        if (pixel == 4) {
          literals(word);
        } else {
          literal(lines[i]);
        }
        i += pixel;
      }
    }
  }

  /** The length of a match whose first four bytes match; most end after these or soon after. */
  private static int matchLength(byte[] lines, int seen, int i, int most) {
    int length = MIN_MATCH;
    while (length < most && length < AT_ONCE) {
      int difference = (int) INT.get(lines, seen + length) ^ (int) INT.get(lines, i + length);
      if (difference != 0) {
        return Math.min(most, length + (Integer.numberOfTrailingZeros(difference) >>> 3));
      }
      length += 4;
    }
    if (length >= most) {
      return most;
    }
    int rest = Arrays.mismatch(lines, seen + length, seen + most, lines, i + length, i + most);
    return rest < 0 ? most : length + rest;
  }

  private void literal(byte value) {
    int symbol = value & 0xff;
    tokens[tokenCount++] = symbol;
    literals.count(symbol);
  }

  /** Adds four literals at once, from the lowest byte on. */
  private void literals(int word) {
    int at = tokenCount;
    int first = word & 0xff;
    int second = (word >>> 8) & 0xff;
    int third = (word >>> 16) & 0xff;
    int fourth = word >>> 24;
    tokens[at] = first;
    tokens[at + 1] = second;
    tokens[at + 2] = third;
    tokens[at + 3] = fourth;
    tokenCount = at + 4;
    literals.count(first);
    literals.count(second);
    literals.count(third);
    literals.count(fourth);
  }

  private void match(int length, int distance) {
    tokens[tokenCount++] = (length << DISTANCE_BITS) | distance;
    literals.count(DeflateTables.lengthSymbol(length));
    distances.count(DeflateTables.distanceSymbol(distance));
  }

  private void writeTokens() {
    int i = 0;
    while (i < tokenCount) {
      int end = i;
      while (end < tokenCount && tokens[end] >>> DISTANCE_BITS == 0) {
        end++;
      }
      literals.write(tokens, i, end, sink);
      if (end < tokenCount) {
        writeMatch(tokens[end] >>> DISTANCE_BITS, tokens[end] & ((1 << DISTANCE_BITS) - 1));
      }
      i = end + 1;
    }
    sink.put(literals.codeword(END_OF_BLOCK), literals.length(END_OF_BLOCK));
  }

  /** Writes a length, its extra bits, a distance, and its extra bits: 48 bits at most. */
  private void writeMatch(int length, int distance) {
    int symbol = DeflateTables.lengthSymbol(length);
    int bits = literals.length(symbol);
    sink.put(
        literals.codeword(symbol) | ((long) DeflateTables.lengthExtra(length) << bits),
        bits + DeflateTables.lengthExtraBits(symbol));
    int far = DeflateTables.distanceSymbol(distance);
    bits = distances.length(far);
    sink.put(
        distances.codeword(far) | ((long) DeflateTables.distanceExtra(distance, far) << bits),
        bits + DeflateTables.distanceExtraBits(far));
  }
}
