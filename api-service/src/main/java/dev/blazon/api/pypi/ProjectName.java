package dev.blazon.api.pypi;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A project's name that PyPI could know.
 *
 * @param written as it stood in the URL
 * @param normalized as PEP 503 normalises it: lower case, runs of {@code . _ -} as one {@code -}
 */
public record ProjectName(String written, String normalized) {

  /** PyPI's own limit is far lower; this bounds what travels through caches. */
  private static final int MAX_LENGTH = 128;

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]");
  private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

  /** The name, or empty when it is none by PEP 508: such a project cannot exist. */
  public static Optional<ProjectName> parse(String text) {
    if (text.length() > MAX_LENGTH || !NAME.matcher(text).matches()) {
      return Optional.empty();
    }
    String normalized = SEPARATORS.matcher(text).replaceAll("-").toLowerCase(Locale.ROOT);
    return Optional.of(new ProjectName(text, normalized));
  }
}
