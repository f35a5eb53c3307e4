package dev.blazon.api.pypi;

import dev.blazon.api.pypi.Version.Phase;
import dev.blazon.badge.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses one version from left to right by the grammar of PEP 440, appendix B. It replaces that
 * appendix's regular expression for speed, because a project may have thousands of releases.
 */
final class VersionScanner {

  /**
   * The parts of a version. Numbers are digits without leading zeros; absent ones are empty.
   *
   * @param phase the pre-release segment as written, never {@link Phase#DEVELOPMENT_ONLY}
   */
  record Parts(
      String epoch,
      List<String> release,
      Phase phase,
      String pre,
      String post,
      String dev,
      List<String> local) {}

  private static final String ABSENT = "";
  private static final String[] POST_WORDS = {"post", "rev", "r"};

  private final String text;
  private int at;

  /**
   * @param text in lower case, without surrounding white space
   */
  VersionScanner(String text) {
    this.text = text;
  }

  Optional<Parts> scan() {
    accept("v");
    if (!isDigit()) {
      return Optional.empty();
    }
    String epoch = "0";
    String first = number();
    if (accept("!")) {
      epoch = first;
      if (!isDigit()) {
        return Optional.empty();
      }
      first = number();
    }
    List<String> release = new ArrayList<>(4);
    release.add(first);
    while (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(at + 1)) {
      at++;
      release.add(number());
    }
    Phase phase = phase();
    String pre = phase == Phase.NONE ? ABSENT : trailingNumber();
    String post = post();
    String dev = word("dev") ? trailingNumber() : ABSENT;
    List<String> local = local();
    return at == text.length()
        ? Optional.of(new Parts(epoch, release, phase, pre, post, dev, local))
        : Optional.empty();
  }

  private Phase phase() {
    if (word("alpha") || word("a")) {
      return Phase.ALPHA;
    }
    if (word("beta") || word("b")) {
      return Phase.BETA;
    }
    if (word("preview") || word("pre") || word("rc") || word("c")) {
      return Phase.CANDIDATE;
    }
    return Phase.NONE;
  }

  private String post() {
    if (at + 1 < text.length() && text.charAt(at) == '-' && isDigit(at + 1)) {
      at++;
      return number();
    }
    for (String word : POST_WORDS) {
      if (word(word)) {
        return trailingNumber();
      }
    }
    return ABSENT;
  }

  private List<String> local() {
    List<String> segments = new ArrayList<>(0);
    if (at == text.length() || text.charAt(at) != '+') {
      return segments;
    }
    int begin = at + 1;
    for (int i = begin; i <= text.length(); i++) {
      boolean atEnd = i == text.length();
      if (!atEnd && Ascii.isLetterOrDigit(text.charAt(i))) {
        continue;
      }
      if (i == begin || !(atEnd || isSeparator(text.charAt(i)))) {
        return segments; // Nothing is consumed here, so scan() returns empty.
      }
      segments.add(withoutLeadingZeros(text.substring(begin, i)));
      begin = i + 1;
    }
    at = text.length();
    return segments;
  }

  /** Consumes a word, with or without a separator before it. */
  private boolean word(String word) {
    int from = at < text.length() && isSeparator(text.charAt(at)) ? at + 1 : at;
    if (!text.startsWith(word, from)) {
      return false;
    }
    at = from + word.length();
    return true;
  }

  /**
   * Consumes the number after a word, with or without a separator before it; 0 if there is none.
   */
  private String trailingNumber() {
    if (at < text.length() && isSeparator(text.charAt(at))) {
      at++;
    }
    return isDigit() ? number() : "0";
  }

  private String number() {
    int begin = at;
    while (isDigit()) {
      at++;
    }
    return withoutLeadingZeros(text.substring(begin, at));
  }

  /** Strips leading zeros from numbers only: {@code 0a1} in a local version is a word. */
  private static String withoutLeadingZeros(String segment) {
    int begin = 0;
    while (begin < segment.length() - 1 && segment.charAt(begin) == '0') {
      begin++;
    }
    for (int i = begin; i < segment.length(); i++) {
      if (segment.charAt(i) < '0' || segment.charAt(i) > '9') {
        return segment;
      }
    }
    return segment.substring(begin);
  }

  private boolean accept(String expected) {
    if (text.startsWith(expected, at)) {
      at += expected.length();
      return true;
    }
    return false;
  }

  private boolean isDigit() {
    return isDigit(at);
  }

  private boolean isDigit(int index) {
    return index < text.length() && Ascii.isDigit(text.charAt(index));
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '-' || c == '_';
  }
}
