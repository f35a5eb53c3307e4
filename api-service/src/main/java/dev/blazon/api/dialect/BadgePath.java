package dev.blazon.api.dialect;

import dev.blazon.badge.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The path of a badge URL, parsed once for all dialects.
 *
 * @param segments percent-decoded, without empty ones; the last without the extension of a format
 * @param format the format of the extension; SVG if there is none
 * @param hasExtension whether the path has such an extension
 * @param isFolder whether the path ends with a slash
 * @param raw the path still percent-encoded, without the extension and without slashes at its end
 */
record BadgePath(
    List<String> segments,
    AnswerFormat format,
    boolean hasExtension,
    boolean isFolder,
    String raw) {

  /**
   * The formats by extension. pypip.in also promised JPEG, GIF and TIFF; these are answered with
   * PNG, which every viewer of them can show.
   */
  private static final Map<String, AnswerFormat> FORMATS =
      Map.of(
          "svg", AnswerFormat.SVG,
          "png", AnswerFormat.PNG,
          "json", AnswerFormat.JSON,
          "jpg", AnswerFormat.PNG,
          "jpeg", AnswerFormat.PNG,
          "gif", AnswerFormat.PNG,
          "tiff", AnswerFormat.PNG);

  private static final int LONGEST_EXTENSION = 4;

  static BadgePath of(String rawPath) {
    int end = rawPath.length();
    while (end > 0 && rawPath.charAt(end - 1) == '/') {
      end--;
    }
    boolean isFolder = end < rawPath.length();
    String raw = rawPath.substring(0, end);
    Optional<Extension> extension = Extension.atEnd(raw).or(() -> Extension.beforeGarbage(raw));
    if (extension.isEmpty()) {
      return new BadgePath(split(raw), AnswerFormat.SVG, false, isFolder, raw);
    }
    String bare = raw.substring(0, extension.get().dot());
    return new BadgePath(split(bare), extension.get().format(), true, isFolder, bare);
  }

  /** The path below the first segment, for dialects that are chosen by a prefix. */
  BadgePath below() {
    int slash = raw.indexOf('/', 1);
    return new BadgePath(
        segments.subList(1, segments.size()),
        format,
        hasExtension,
        isFolder,
        slash < 0 ? "" : raw.substring(slash));
  }

  int size() {
    return segments.size();
  }

  /** The segment at an index from 0, or an empty text if there are fewer segments. */
  String at(int index) {
    return index < segments.size() ? segments.get(index) : "";
  }

  /** Everything after the first segment, percent-decoded, including slashes. */
  String afterFirst() {
    int slash = raw.indexOf('/', raw.startsWith("/") ? 1 : 0);
    return slash < 0 ? "" : PercentDecoding.ofPath(raw.substring(slash + 1));
  }

  private static List<String> split(String raw) {
    List<String> segments = new ArrayList<>(5);
    int start = 0;
    while (start < raw.length()) {
      int slash = raw.indexOf('/', start);
      int end = slash < 0 ? raw.length() : slash;
      if (end > start) {
        segments.add(PercentDecoding.ofPath(raw.substring(start, end)));
      }
      start = end + 1;
    }
    return segments;
  }

  /** The extension of a format and the index of its dot. */
  private record Extension(int dot, AnswerFormat format) {

    static Optional<Extension> atEnd(String raw) {
      int dot = raw.lastIndexOf('.');
      if (dot < 0 || raw.length() - dot - 1 > LONGEST_EXTENSION) {
        return Optional.empty();
      }
      return Optional.ofNullable(FORMATS.get(lower(raw.substring(dot + 1))))
          .map(format -> new Extension(dot, format));
    }

    /**
     * Finds the extension in {@code badge.svg:target:%20https://…} or {@code name.svg)}, where
     * markup was glued to the URL. The character after the extension must be one that no name
     * contains.
     */
    static Optional<Extension> beforeGarbage(String raw) {
      for (int dot = raw.indexOf('.'); dot >= 0; dot = raw.indexOf('.', dot + 1)) {
        int end = dot + 1;
        while (end < raw.length() && Ascii.isLetter(raw.charAt(end))) {
          end++;
        }
        if (end < raw.length() && endsName(raw.charAt(end))) {
          AnswerFormat format = FORMATS.get(lower(raw.substring(dot + 1, end)));
          if (format != null) {
            return Optional.of(new Extension(dot, format));
          }
        }
      }
      return Optional.empty();
    }

    private static boolean endsName(char c) {
      return switch (c) {
        case ':', ')', ']', '>', '"', '\'', ';', ',', '|', '\\', '%', '&', ' ', '\n', '\t', '\r' ->
            true;
        default -> false;
      };
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }
}
