package dev.blazon.stats.packed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The versions of a project that were ever counted. A version's number is its place in the list,
 * which only grows: packed months refer to it. Used again and again by one thread.
 *
 * <p>Versions are kept as UTF-8 bytes, and found by hash, since an import looks up millions of
 * them.
 */
public final class VersionList {

  private static final int FORMAT = 1;
  private static final int MIN_SLOTS = 64;
  private static final int HASH_FACTOR = 0x9E3779B1;

  private final ByteSink sink = new ByteSink();
  private final ByteSource source = new ByteSource();
  private int[] starts = new int[MIN_SLOTS];
  private int[] ends = new int[MIN_SLOTS];
  private int count;
  private int[] slots = new int[MIN_SLOTS];
  private int slotMask = MIN_SLOTS - 1;
  private boolean hashed;
  private int storedCount;

  public VersionList() {
    reset();
  }

  /** Begins an empty list. */
  public void reset() {
    Envelope.open(sink, FORMAT);
    count = 0;
    hashed = false;
    storedCount = 0;
  }

  /**
   * Begins with a packed list.
   *
   * @throws DamagedBlobException if the bytes are not a whole list
   */
  public void reset(byte[] list) {
    Envelope.check(list, FORMAT, source);
    sink.clear();
    sink.put(list, 0, list.length);
    count = 0;
    while (!source.isAtEnd()) {
      int length = source.nextSmall();
      int start = source.position();
      source.skip(length);
      add(start, source.position());
    }
    hashed = false;
    storedCount = count;
  }

  /** How many versions there are. */
  public int size() {
    return count;
  }

  /** Whether versions were added since the last reset. */
  public boolean hasGrown() {
    return count > storedCount;
  }

  /** The number of a version, which is added to the list if it is new. */
  public int numberOf(byte[] text, int from, int to) {
    if (!hashed) {
      hashAll();
    }
    int slot = find(text, from, to);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    sink.putVarint(to - from);
    int start = sink.length();
    sink.put(text, from, to);
    add(start, sink.length());
    slots[slot] = count;
    if (count * 2 > slotMask) {
      hashAll();
    }
    return count - 1;
  }

  /**
   * Checks that there is a version with a number, to which a month refers.
   *
   * @throws DamagedBlobException if this list is not whole
   */
  public void require(int number) {
    if (number >= count) {
      throw new DamagedBlobException("version " + number + " is missing in a list of " + count);
    }
  }

  public String get(int number) {
    int start = starts[number];
    return new String(sink.array(), start, ends[number] - start, StandardCharsets.UTF_8);
  }

  /** All versions, each at the place of its number. */
  public List<String> toList() {
    List<String> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(get(i));
    }
    return list;
  }

  /** The packed list; a new array. */
  public byte[] toBytes() {
    Envelope.seal(sink);
    return sink.toBytes();
  }

  private int find(byte[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    hash *= HASH_FACTOR;
    int slot = (hash ^ hash >>> 15) & slotMask;
    byte[] bytes = sink.array();
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (Arrays.equals(text, from, to, bytes, starts[number], ends[number])) {
        break;
      }
      slot = (slot + 1) & slotMask;
    }
    return slot;
  }

  private void hashAll() {
    int wanted = Math.max(MIN_SLOTS, Integer.highestOneBit(count * 2 + 1) * 2);
    if (wanted > slots.length) {
      slots = new int[wanted];
    } else {
      Arrays.fill(slots, 0, wanted, 0);
    }
    slotMask = wanted - 1;
    for (int i = 0; i < count; i++) {
      slots[find(sink.array(), starts[i], ends[i])] = i + 1;
    }
    hashed = true;
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = start;
    ends[count++] = end;
  }
}
