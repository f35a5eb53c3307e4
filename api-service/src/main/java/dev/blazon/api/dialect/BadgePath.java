package dev.blazon.api.dialect;

import dev.blazon.badge.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The path of a badge URL, taken apart once for all dialects.
 *
 * @param segments decoded, empty ones dropped, the last without its format's extension
 * @param format what the extension asks for; SVG when there is none
 * @param hasExtension whether there was one
 * @param isFolder whether a slash ended it
 * @param raw the path as it came, with neither extension nor slashes at its end
 */
record BadgePath(
    List<String> segments,
    AnswerFormat format,
    boolean hasExtension,
    boolean isFolder,
    String raw) {

  /**
   * pypip.in promised JPEG, GIF and TIFF too. Whoever asks for any of them wants pixels, and every
   * viewer of those shows PNG.
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

  /** The path below the first segment, for dialects that a prefix chooses. */
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

  /** The segment at that place, or an empty text when there are fewer. */
  String at(int index) {
    return index < segments.size() ? segments.get(index) : "";
  }

  /** All that follows the first segment, decoded, slashes and all. */
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

  /** A format's extension and where its dot is. */
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
     * Finds the extension in {@code badge.svg:target:%20https://…} or {@code name.svg)}: markup
     * that was glued to the URL. What follows is none of the characters that go on with a name.
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
