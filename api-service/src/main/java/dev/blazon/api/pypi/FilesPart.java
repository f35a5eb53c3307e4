package dev.blazon.api.pypi;

import com.fasterxml.jackson.core.JsonParser;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files of one release in a PyPI document: {@code urls}, or an entry of {@code releases}.
 */
final class FilesPart implements JsonPart {

  /** The longest texts of a file, in characters: file systems allow 255 in a file's name. */
  private static final int MAX_TEXT = 300;

  private final String version;
  private final Runnable atEnd;
  private final List<ReleaseFile> files = new ArrayList<>();
  private final FilePart file = new FilePart();

  /** Not parsed yet: only the time of the shown release is needed. */
  private String uploaded = "";

  private Optional<String> requiresPython = Optional.empty();
  private Optional<String> yankedReason = Optional.empty();
  private boolean allYanked = true;

  FilesPart(String version, Runnable atEnd) {
    this.version = version;
    this.atEnd = atEnd;
  }

  @Override
  public JsonPart part(String field) {
    return files.size() < Release.MAX_FILES ? file.begin() : SKIPPED;
  }

  @Override
  public void end() {
    atEnd.run();
  }

  boolean hasFiles() {
    return !files.isEmpty();
  }

  /** Whether all files are yanked, and so the release: PEP 592 yanks single files. */
  boolean isYanked() {
    return hasFiles() && allYanked;
  }

  Release release() {
    return new Release(
        version,
        instant(uploaded),
        isYanked() ? yankedReason.or(() -> Optional.of("")) : Optional.empty(),
        requiresPython,
        files);
  }

  private final class FilePart implements JsonPart {
    private String packageType = "";
    private String filename = "";
    private long size;
    private boolean yanked;

    FilePart begin() {
      packageType = "";
      filename = "";
      size = 0;
      yanked = false;
      return this;
    }

    @Override
    public void value(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "packagetype" -> packageType = JsonPart.text(parser, MAX_TEXT).orElse("");
        case "filename" -> filename = JsonPart.text(parser, MAX_TEXT).orElse("");
        case "size" -> size = Math.max(0, JsonPart.number(parser));
        case "yanked" -> yanked = JsonPart.isTrue(parser);
        case "yanked_reason" ->
            yankedReason = yankedReason.isPresent() ? yankedReason : given(parser);
        case "requires_python" ->
            requiresPython = requiresPython.isPresent() ? requiresPython : given(parser);
        case "upload_time", "upload_time_iso_8601" ->
            JsonPart.text(parser).ifPresent(FilesPart.this::uploadedAt);
        default -> {}
      }
    }

    @Override
    public void end() {
      files.add(new ReleaseFile(packageType, filename, size));
      allYanked &= yanked;
    }
  }

  private static Optional<String> given(JsonParser parser) throws IOException {
    return JsonPart.text(parser).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Keeps the earliest time. ISO 8601 times sort as texts. */
  private void uploadedAt(String time) {
    if (uploaded.isEmpty() || time.compareTo(uploaded) < 0) {
      uploaded = time;
    }
  }

  /** Parses a time in UTC. PyPI writes one of the two fields with {@code Z} and one without. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          text.endsWith("Z")
              ? Instant.parse(text)
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
