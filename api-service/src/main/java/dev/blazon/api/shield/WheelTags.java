package dev.blazon.api.shield;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ReleaseFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The compatibility tags in a wheel's file name (PEP 425). Each may be several tags joined by dots.
 *
 * @param python for example {@code cp312} or {@code py2.py3}
 * @param abi the binary interface it was compiled for, for example {@code cp313t} or {@code none}
 * @param platform for example {@code manylinux_2_17_x86_64.manylinux2014_x86_64} or {@code any}
 */
record WheelTags(String python, String abi, String platform) {

  private static final String EXTENSION = ".whl";
  private static final int NAME_PARTS = 5;

  /** Parses a file name; empty if it is not the name of a wheel (PEP 427). */
  static Optional<WheelTags> of(String filename) {
    if (!filename.endsWith(EXTENSION)) {
      return Optional.empty();
    }
    String[] parts = filename.substring(0, filename.length() - EXTENSION.length()).split("-", -1);
    int last = parts.length - 1;
    return parts.length < NAME_PARTS
        ? Optional.empty()
        : Optional.of(new WheelTags(parts[last - 2], parts[last - 1], parts[last]));
  }

  /** The tags of each wheel of the shown release. */
  static List<WheelTags> of(Project project) {
    return project.files().stream()
        .filter(ReleaseFile::isWheel)
        .flatMap(file -> of(file.filename()).stream())
        .toList();
  }

  Stream<String> abis() {
    return Stream.of(abi.split("\\.", -1));
  }

  Stream<String> platforms() {
    return Stream.of(platform.split("\\.", -1));
  }
}
