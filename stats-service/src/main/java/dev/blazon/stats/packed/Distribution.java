package dev.blazon.stats.packed;

import java.util.Arrays;

/**
 * How many projects have how many downloads, packed: for each number of downloads that occurs, in
 * descending order, the difference to the one before, and how many projects have it. From it the
 * rank of any number can be told, for less than half a megabyte for all of PyPI.
 */
public final class Distribution {

  private static final int FORMAT = 1;

  private final long[] downloads;
  private final int[] projectsWithMore;
  private final int projects;

  private Distribution(long[] downloads, int[] projectsWithMore, int projects) {
    this.downloads = downloads;
    this.projectsWithMore = projectsWithMore;
    this.projects = projects;
  }

  /**
   * Reads a packed distribution.
   *
   * @throws DamagedBlobException if the bytes are not a whole distribution
   */
  public static Distribution of(byte[] bytes) {
    ByteSource source = new ByteSource();
    Envelope.check(bytes, FORMAT, source);
    int size = source.nextSmall();
    long[] downloads = new long[size];
    int[] withMore = new int[size];
    long last = source.nextVarint();
    int seen = 0;
    for (int i = 0; i < size; i++) {
      last -= source.nextVarint();
      downloads[i] = last;
      withMore[i] = seen;
      seen += source.nextSmall();
    }
    return new Distribution(downloads, withMore, seen);
  }

  /** How many projects have any downloads. */
  public int projects() {
    return projects;
  }

  /** The rank of a project with that many downloads: 1 + how many have more. */
  public int rank(long ofDownloads) {
    int low = 0;
    int high = downloads.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (downloads[middle] > ofDownloads) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == downloads.length ? projects + 1 : projectsWithMore[low] + 1;
  }

  /** Collects the downloads of projects, one after another. For one thread. */
  public static final class Collector {

    /**
     * Most projects have fewer downloads: these are counted, and only larger numbers are sorted.
     */
    private static final int COUNTED = 1 << 16;

    private final int[] counted = new int[COUNTED];
    private long[] large = new long[1024];
    private int largeCount;

    public void add(long downloads) {
      if (downloads <= 0) {
        return;
      }
      if (downloads < COUNTED) {
        counted[(int) downloads]++;
        return;
      }
      if (largeCount == large.length) {
        large = Arrays.copyOf(large, largeCount * 2);
      }
      large[largeCount++] = downloads;
    }

    /** The packed distribution. */
    public byte[] toBytes() {
      Arrays.sort(large, 0, largeCount);
      ByteSink entries = new ByteSink();
      int size = 0;
      long max = largeCount > 0 ? large[largeCount - 1] : COUNTED;
      long last = max;
      int i = largeCount - 1;
      while (i >= 0) {
        long value = large[i];
        int same = 0;
        for (; i >= 0 && large[i] == value; i--) {
          same++;
        }
        entries.putVarint(last - value);
        entries.putVarint(same);
        last = value;
        size++;
      }
      for (int value = COUNTED - 1; value > 0; value--) {
        if (counted[value] > 0) {
          entries.putVarint(last - value);
          entries.putVarint(counted[value]);
          last = value;
          size++;
        }
      }
      ByteSink sink = new ByteSink();
      Envelope.open(sink, FORMAT);
      sink.putVarint(size);
      sink.putVarint(max);
      sink.put(entries.array(), 0, entries.length());
      Envelope.seal(sink);
      return sink.toBytes();
    }
  }
}
