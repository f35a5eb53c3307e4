package dev.blazon.api.pypi;

import dev.blazon.project.ProjectName;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts the distributions that a release requires (PEP 508), without those of extras, and its
 * extras. A distribution that is required twice with different markers counts once.
 */
final class Requirements {

  /** Limits the memory that a hostile document can use. */
  private static final int MAX_NAMES = 10_000;

  /** The longest name, in characters; real ones have less than 100. */
  private static final int MAX_NAME = 200;

  private final Set<String> distributions = new HashSet<>();
  private final Set<String> extras = new HashSet<>();

  void addRequirement(String requirement) {
    int marker = requirement.indexOf(';');
    if (marker >= 0 && namesExtra(requirement, marker + 1)) {
      return;
    }
    add(distributions, requirement.substring(0, endOfName(requirement)));
  }

  void addExtra(String extra) {
    add(extras, extra);
  }

  int distributions() {
    return distributions.size();
  }

  int extras() {
    return extras.size();
  }

  private static void add(Set<String> names, String name) {
    String stripped = name.length() <= MAX_NAME ? name.strip() : name.substring(0, MAX_NAME);
    if (!stripped.isEmpty() && names.size() < MAX_NAMES) {
      names.add(ProjectName.parse(stripped).map(ProjectName::normalized).orElse(stripped));
    }
  }

  private static int endOfName(String requirement) {
    int end = 0;
    while (end < requirement.length()) {
      char c = requirement.charAt(end);
      if (!(Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.')) {
        return end;
      }
      end++;
    }
    return end;
  }

  /** Whether the marker contains the variable {@code extra}, which is not the word in quotes. */
  private static boolean namesExtra(String requirement, int from) {
    char quote = 0;
    for (int i = from; i < requirement.length(); i++) {
      char c = requirement.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (requirement.startsWith("extra", i)
          && !isWordAt(requirement, i - 1)
          && !isWordAt(requirement, i + "extra".length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWordAt(String text, int index) {
    return index < text.length()
        && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_');
  }
}
