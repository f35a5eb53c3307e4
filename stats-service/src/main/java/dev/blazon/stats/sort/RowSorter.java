package dev.blazon.stats.sort;

import dev.blazon.count.Day;
import dev.blazon.count.Month;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes rows in any order and gives them back sorted. It holds as many rows in memory as fit into
 * an array of a given size; others wait, sorted, in temporary files. Rows that come in order are
 * not sorted again. For one thread.
 */
public final class RowSorter implements AutoCloseable {

  /** Holds 1.7 million rows of a day of PyPI, and leaves room in a heap of 256 MB. */
  public static final int DEFAULT_BYTES = 64 << 20;

  private static final int SPILL_BUFFER_BYTES = 1 << 20;

  private final Path folder;
  private final Arena arena;
  private final List<FileChannel> spilled = new ArrayList<>();
  private Day lastDay = new Day(0);
  private int month = lastDay.month().number();
  private int dayOfMonth;

  /**
   * Makes a sorter.
   *
   * @param folder where temporary files are written
   * @param bytes the size of the array in memory; at least 4 KB
   */
  public RowSorter(Path folder, int bytes) {
    this.folder = folder;
    this.arena = new Arena(bytes);
  }

  /**
   * Adds downloads of a version; an empty version means downloads of the project only.
   *
   * @param name the normalised name, in its first {@code nameLength} bytes; at most 256
   * @param text the version in UTF-8; at most 128 bytes
   * @param withoutMirrors at most {@code all}
   */
  public void version(
      Day day,
      byte[] name,
      int nameLength,
      byte[] text,
      int textFrom,
      int textTo,
      long all,
      long withoutMirrors)
      throws IOException {
    add(day, name, nameLength, RowKey.VERSION, text, textFrom, textTo, all, withoutMirrors);
  }

  /** Adds downloads of a category; {@code dimension} is the number of its dimension. */
  public void category(
      Day day,
      byte[] name,
      int nameLength,
      int dimension,
      byte[] text,
      int textFrom,
      int textTo,
      long all,
      long withoutMirrors)
      throws IOException {
    add(
        day,
        name,
        nameLength,
        RowKey.VERSION + 1 + dimension,
        text,
        textFrom,
        textTo,
        all,
        withoutMirrors);
  }

  private void add(
      Day day,
      byte[] name,
      int nameLength,
      int kind,
      byte[] text,
      int textFrom,
      int textTo,
      long all,
      long withoutMirrors)
      throws IOException {
    if (!day.equals(lastDay)) {
      lastDay = day;
      Month of = day.month();
      month = of.number();
      dayOfMonth = day.epochDay() - of.first().epochDay();
    }
    if (arena.isFull()) {
      spill();
    }
    arena.add(
        month,
        name,
        nameLength,
        dayOfMonth,
        kind,
        text,
        textFrom,
        textTo,
        all,
        all - withoutMirrors);
  }

  private void spill() throws IOException {
    MemoryRun rows = new MemoryRun(arena);
    try {
      FileChannel file = temporaryFile();
      spilled.add(file);
      // Not closed: that would close the file, which is read later.
      OutputStream output =
          new BufferedOutputStream(Channels.newOutputStream(file), SPILL_BUFFER_BYTES);
      while (rows.next()) {
        output.write(arena.bytes(), rows.rowStart(), rows.rowEnd() - rows.rowStart());
      }
      output.flush();
    } catch (IOException e) {
      throw new IOException("rows cannot be sorted in " + folder + ": " + e.getMessage(), e);
    }
    arena.clear();
  }

  /** A file without a name, of which nothing is left if this process is killed. */
  private FileChannel temporaryFile() throws IOException {
    Path file = Files.createTempFile(folder, "rows-", ".sorted");
    try {
      return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } finally {
      Files.delete(file);
    }
  }

  /**
   * The rows in order. They can be read several times, but not at the same time, and not after
   * another row was added.
   */
  public SortedRows sorted() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (FileChannel file : spilled) {
      runs.add(new FileRun(file));
    }
    runs.add(new MemoryRun(arena));
    return new SortedRows(new RunMerge(runs));
  }

  /** Removes the temporary files. */
  @Override
  public void close() throws IOException {
    for (FileChannel file : spilled) {
      file.close();
    }
    spilled.clear();
  }
}
