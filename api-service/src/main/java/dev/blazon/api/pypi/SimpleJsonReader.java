package dev.blazon.api.pypi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.blazon.project.ProjectName;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import dev.blazon.upstream.JsonDocument;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads a project's page of a simple index in its JSON form (PEP 691, 700, 792). */
final class SimpleJsonReader implements DocumentReader<SimplePage> {

  /** The longest texts of a file, in characters: file systems allow 255 in a file's name. */
  private static final int MAX_TEXT = 300;

  private final SimplePage page;
  private final JsonDocument document = new JsonDocument(new RootPart());
  private boolean hasFiles;

  SimpleJsonReader(ProjectName project) {
    this.page = new SimplePage(project);
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException {
    document.feed(bytes, offset, length);
  }

  @Override
  public SimplePage finish() throws InvalidDocumentException {
    document.finish();
    if (!hasFiles) {
      throw new InvalidDocumentException("no files");
    }
    return page;
  }

  private final class RootPart implements JsonPart {
    private final JsonPart files =
        new JsonPart() {
          @Override
          public JsonPart part(String field) {
            return new FilePart();
          }
        };

    @Override
    public JsonPart part(String field) {
      return switch (field) {
        case "files" -> {
          hasFiles = true;
          yield files;
        }
        case "project-status" -> new StatusPart(page::status);
        default -> SKIPPED;
      };
    }
  }

  private final class FilePart implements JsonPart {
    private String filename = "";
    private long size;
    private Optional<Instant> uploaded = Optional.empty();
    private Optional<String> requiresPython = Optional.empty();
    private Optional<String> yankedReason = Optional.empty();

    @Override
    public void value(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "filename" -> filename = JsonPart.text(parser, MAX_TEXT).orElse("");
        case "size" -> size = Math.max(0, JsonPart.number(parser));
        case "requires-python" ->
            requiresPython = JsonPart.text(parser, MAX_TEXT).filter(text -> !text.isBlank());
        case "upload-time" -> uploaded = JsonPart.text(parser).flatMap(FilePart::instant);
        case "yanked" ->
            yankedReason =
                parser.currentToken() == JsonToken.VALUE_TRUE
                    ? Optional.of("")
                    : JsonPart.text(parser, MAX_TEXT);
        default -> {}
      }
    }

    @Override
    public void end() {
      page.add(new SimplePage.Listed(filename, size, uploaded, requiresPython, yankedReason));
    }

    private static Optional<Instant> instant(String text) {
      try {
        return Optional.of(Instant.parse(text));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }
}
