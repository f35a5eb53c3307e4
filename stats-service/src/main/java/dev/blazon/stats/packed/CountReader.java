package dev.blazon.stats.packed;

/** Reads counts of numbered things that a {@link CountWriter} packed, one entry after another. */
public final class CountReader {

  private final ByteSource source = new ByteSource();
  private int number;
  private long all;
  private long withoutMirrors;

  void reset(byte[] bytes, int from, int to) {
    source.reset(bytes, from, to);
    number = -1;
  }

  /** Goes to the next entry; false if there is none. */
  public boolean next() {
    if (source.isAtEnd()) {
      return false;
    }
    read(source);
    return true;
  }

  /** Reads an entry in the midst of other bytes. */
  void read(ByteSource from) {
    int head = from.nextByte();
    int gap = head & CountWriter.GAP_ESCAPE;
    if (gap == CountWriter.GAP_ESCAPE) {
      gap += from.nextSmall();
    }
    number = Math.addExact(number, gap + 1);
    all = (long) (head >>> CountWriter.COUNT_SHIFT);
    if (all == 0) {
      all = from.nextVarint() + CountWriter.MAX_SHORT_COUNT + 1;
    }
    withoutMirrors =
        all
            - switch (head >>> CountWriter.MIRRORS_SHIFT & CountWriter.MIRRORS_FOLLOW) {
              case CountWriter.MIRRORS_NONE -> 0;
              case CountWriter.MIRRORS_ALL -> all;
              case CountWriter.MIRRORS_ONE -> 1;
              default -> from.nextVarint();
            };
    if (withoutMirrors < 0 || all < 1) {
      throw new DamagedBlobException("more mirrors than downloads");
    }
  }

  void begin() {
    number = -1;
  }

  public int number() {
    return number;
  }

  public long all() {
    return all;
  }

  public long withoutMirrors() {
    return withoutMirrors;
  }
}
