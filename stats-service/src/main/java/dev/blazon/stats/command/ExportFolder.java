package dev.blazon.stats.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.count.Day;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A folder with a file a day and an {@code index.json}, as crates.io publishes its archive. A file
 * appears when it is complete.
 */
final class ExportFolder {

  private static final String INDEX = "index.json";
  private static final String CSV = ".csv";
  private static final String GZIP = ".gz";
  private static final Pattern EXPORTED = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.csv(\\.gz)?");
  private static final int BUFFER_BYTES = 1 << 16;
  private static final JsonFactory JSON = new JsonFactory();

  private final Path folder;
  private final boolean isPacked;

  /** Writes a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream output) throws IOException;
  }

  ExportFolder(Path folder, boolean isPacked) {
    this.folder = folder;
    this.isPacked = isPacked;
  }

  /** Replaces the file of a day, be it packed or not; gives the new one. */
  Path write(Day day, Content content) throws IOException {
    Path plain = folder.resolve(day + CSV);
    Path packed = folder.resolve(day + CSV + GZIP);
    Path file = isPacked ? packed : plain;
    replace(
        file,
        raw -> {
          try (OutputStream output =
              new BufferedOutputStream(isPacked ? new GZIPOutputStream(raw) : raw, BUFFER_BYTES)) {
            content.writeTo(output);
          }
        });
    // Who imports the whole folder would count the day twice.
    Files.deleteIfExists(isPacked ? plain : packed);
    return file;
  }

  void writeIndex() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(file -> EXPORTED.matcher(file.getFileName().toString()).matches())
              .sorted()
              .toList();
    }
    replace(
        folder.resolve(INDEX),
        output -> {
          try (JsonGenerator json = JSON.createGenerator(output)) {
            json.writeStartArray();
            for (Path file : files) {
              json.writeStartObject();
              json.writeStringField("name", file.getFileName().toString());
              json.writeNumberField("size", Files.size(file));
              json.writeEndObject();
            }
            json.writeEndArray();
          }
        });
  }

  private void replace(Path file, Content content) throws IOException {
    Path part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
    try {
      try (OutputStream output = Files.newOutputStream(part)) {
        content.writeTo(output);
      }
      part.toFile().setReadable(true, false); // A temporary file is for its owner only.
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
