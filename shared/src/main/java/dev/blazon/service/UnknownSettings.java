package dev.blazon.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds variables whose name begins like a setting, but that nobody reads: most are misspelt. As
 * airlift's configuration does, it says what may have been meant.
 */
public final class UnknownSettings {

  private static final String PREFIX = "BLAZON_";

  /**
   * The names of all settings of all services, which may share one file of variables, and of those
   * that our launchers, scripts and images read; one a line.
   */
  private static final String LIST = "settings.txt";

  /** Credentials of indexes have names that the operator chose. */
  private static final String OF_INDEXES = "BLAZON_INDEX_";

  /** What Kubernetes and Docker set for a service with such a name. */
  private static final Pattern LINK =
      Pattern.compile(".*_SERVICE_(HOST|PORT.*)|.*_PORT_\\d+_(TCP|UDP).*");

  /** Two letters may be wrong, missing or too many; beyond that a guess confuses. */
  private static final int MOST_EDITS = 2;

  private UnknownSettings() {}

  /**
   * A line for each unknown name, without its value, which may be a secret; sorted.
   *
   * @param settings those of this service, after all were read
   */
  public static List<String> in(Map<String, String> environment, Settings settings) {
    Set<String> known = new HashSet<>(listed());
    known.addAll(settings.names());
    return environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .filter(name -> !name.startsWith(OF_INDEXES) && !LINK.matcher(name).matches())
        .sorted()
        .map(name -> line(name, known))
        .toList();
  }

  private static List<String> listed() {
    try (InputStream in = UnknownSettings.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + LIST);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(String name, Set<String> known) {
    return name
        + ": no such setting"
        + nearest(name, known).map(one -> "; did you mean " + one + "?").orElse("; it is ignored");
  }

  private static Optional<String> nearest(String name, Set<String> known) {
    Stream<String> near = known.stream().filter(one -> edits(name, one) <= MOST_EDITS);
    return near.min(
        Comparator.<String>comparingInt(one -> edits(name, one))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters must be put in, left out or replaced (Levenshtein). */
  static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
