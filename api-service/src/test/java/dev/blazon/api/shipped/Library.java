package dev.blazon.api.shipped;

import java.util.Optional;

/**
 * A library that is shipped.
 *
 * @param name group and artifact, with a colon between them
 * @param version its version, as Maven writes it
 */
record Library(String name, String version) {

  private static final int PARTS_WITHOUT_CLASSIFIER = 5;

  /**
   * Reads a line of Maven's list of dependencies: {@code group:artifact:type:version:scope} or
   * {@code group:artifact:type:classifier:version:scope}, and perhaps the module's name behind it.
   * Empty for a line that names no library.
   */
  static Optional<Library> ofMaven(String line) {
    String[] parts = line.strip().split(" ", 2)[0].split(":", -1);
    return parts.length < PARTS_WITHOUT_CLASSIFIER
        ? Optional.empty()
        : Optional.of(new Library(parts[0] + ":" + parts[1], parts[parts.length - 2]));
  }
}
