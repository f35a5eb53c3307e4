package dev.blazon.stats.sort;

/** The sorted rows of an {@link Arena}. */
final class MemoryRun implements Run {

  private final Arena arena;
  private int row;
  private int offset;
  private int at;
  private long all;
  private long mirrors;

  MemoryRun(Arena arena) {
    this.arena = arena;
    arena.sort();
  }

  @Override
  public boolean next() {
    if (row == arena.rows()) {
      return false;
    }
    offset = arena.offset(row++);
    at = offset + 2 + arena.keyLength(offset);
    all = varint();
    mirrors = varint();
    return true;
  }

  /** The bytes of the present row, from its offset to here. */
  int rowEnd() {
    return at;
  }

  int rowStart() {
    return offset;
  }

  private long varint() {
    byte[] bytes = arena.bytes();
    long value = 0;
    int shift = 0;
    while (bytes[at] < 0) {
      value |= (long) (bytes[at++] & 0x7f) << shift;
      shift += 7;
    }
    return value | (long) bytes[at++] << shift;
  }

  @Override
  public byte[] array() {
    return arena.bytes();
  }

  @Override
  public int keyStart() {
    return offset + 2;
  }

  @Override
  public int keyLength() {
    return arena.keyLength(offset);
  }

  @Override
  public long all() {
    return all;
  }

  @Override
  public long withoutMirrors() {
    return all - mirrors;
  }

  @Override
  public void close() {}
}
