package dev.blazon.api.pypi;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one document many times at once, piece by piece in turns, as connections do. Runs with a
 * small heap.
 */
final class ManyReaders {

  private static final int PIECE = 16 * 1024;
  private static final int RELEASES = 5_000;

  private ManyReaders() {}

  /**
   * Reads the documents and prints their facts.
   *
   * @param arguments the number of readers, then a file or the size in megabytes of a made-up
   *     project's description
   */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    List<byte[]> pieces =
        arguments[1].endsWith(".json")
            ? pieces(Files.readAllBytes(Path.of(arguments[1])))
            : madeUp(Integer.parseInt(arguments[1]));
    List<ProjectReader> readers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readers.add(new ProjectReader("asked", false));
    }
    for (byte[] piece : pieces) {
      for (ProjectReader reader : readers) {
        reader.feed(piece, 0, piece.length);
      }
    }
    for (ProjectReader reader : readers) {
      Project project = reader.finish();
      System.out.println(project.name() + " " + project.releaseCount());
    }
  }

  private static List<byte[]> madeUp(int megabytes) {
    StringBuilder releases = new StringBuilder("\"}, \"releases\": {");
    for (int i = 0; i < RELEASES; i++) {
      releases
          .append(
              "\"0.%d\": [{\"packagetype\": \"sdist\", \"filename\": \"x-0.%d.zip\""
                  .formatted(i, i))
          .append(", \"upload_time\": \"2026-01-01T00:00:00\", \"comment_text\": \"\"}], ");
    }
    releases.append("\"1\": [{\"packagetype\": \"sdist\"}]}, \"urls\": []}");
    List<byte[]> pieces = new ArrayList<>();
    pieces.add(bytes("{\"info\": {\"name\": \"x\", \"version\": \"1\", \"description\": \""));
    byte[] description = bytes("\\u00e9 words".repeat(PIECE / 12));
    for (long length = 0; length < megabytes * 1_000_000L; length += description.length) {
      pieces.add(description);
    }
    pieces.addAll(pieces(bytes(releases.toString())));
    return pieces;
  }

  private static List<byte[]> pieces(byte[] document) {
    List<byte[]> pieces = new ArrayList<>();
    for (int at = 0; at < document.length; at += PIECE) {
      pieces.add(Arrays.copyOfRange(document, at, Math.min(at + PIECE, document.length)));
    }
    return pieces;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
