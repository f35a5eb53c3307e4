package dev.blazon.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The real documents and URLs in the folder {@code corpus} of the checkout, for tests and
 * benchmarks. The folder's {@code README.md} describes them.
 *
 * <p>Files are read in place, so that a test can pass a path to another process. A missing file is
 * a failure, never a reason to skip a test.
 */
public final class Corpus {

  /** Found from the location of this class, so it does not depend on the working directory. */
  private static final Path FOLDER = findAbove(classLocation());

  private Corpus() {}

  /** The corpus folder. */
  public static Path folder() {
    return FOLDER;
  }

  /**
   * A file of the corpus.
   *
   * @param name its path in the folder, such as {@code badge-urls.tsv}
   * @throws IllegalArgumentException if there is no such file
   */
  public static Path file(String name) {
    Path file = FOLDER.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("the corpus has no file " + file);
    }
    return file;
  }

  /** The whole text of a file, read as UTF-8. */
  public static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a file; for a table, including the header line. */
  public static List<String> lines(String name) {
    return text(name).lines().toList();
  }

  /** The first column of a tab-separated table, including the header. */
  public static List<String> firstColumn(String name) {
    return lines(name).stream().map(line -> line.split("\t", 2)[0]).toList();
  }

  /**
   * The documents in a folder of the corpus, sorted by name.
   *
   * @param folder such as {@code pypi-json}
   * @param ending the end of their names, such as {@code .json}
   * @throws IllegalArgumentException if there are none
   */
  public static List<Path> documents(String folder, String ending) {
    try (Stream<Path> list = Files.list(FOLDER.resolve(folder))) {
      List<Path> documents =
          list.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
      if (documents.isEmpty()) {
        throw new IllegalArgumentException("the corpus has no " + ending + " in " + folder);
      }
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path classLocation() {
    try {
      return Path.of(Corpus.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path findAbove(Path place) {
    for (Path folder = place; folder != null; folder = folder.getParent()) {
      Path corpus = folder.resolve("corpus");
      if (Files.isDirectory(corpus.resolve("pypi-json"))) {
        return corpus;
      }
    }
    throw new IllegalStateException("no folder above " + place + " has the corpus");
  }
}
