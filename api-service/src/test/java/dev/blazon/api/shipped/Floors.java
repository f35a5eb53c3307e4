package dev.blazon.api.shipped;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** The lowest versions that may be shipped, each with its reason. Immutable. */
final class Floors {

  private static final int COLUMNS = 3;

  private record Floor(String library, String lowest, String reason) {}

  private final List<Floor> floors;

  private Floors(List<Floor> floors) {
    this.floors = floors;
  }

  /**
   * Reads a table of library, lowest version and reason, with a tab between them.
   *
   * @throws IllegalArgumentException if a row has another number of columns or an empty one
   */
  static Floors read(List<String> lines) {
    List<Floor> floors = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] row = line.split("\t", -1);
        if (row.length != COLUMNS || List.of(row).contains("")) {
          throw new IllegalArgumentException("not library, version, reason: " + line);
        }
        floors.add(new Floor(row[0], row[1], row[2]));
      }
    }
    return new Floors(List.copyOf(floors));
  }

  /** What is wrong with these libraries, one sentence each; empty if nothing is. */
  List<String> complaints(List<Library> shipped) {
    Map<String, SortedSet<String>> versions =
        shipped.stream()
            .collect(
                Collectors.groupingBy(
                    Library::name,
                    TreeMap::new,
                    Collectors.mapping(
                        Library::version,
                        Collectors.<String, SortedSet<String>>toCollection(TreeSet::new))));
    List<String> complaints = new ArrayList<>();
    versions.forEach(
        (name, all) -> {
          if (all.size() > 1) {
            complaints.add(name + " is shipped in several versions: " + String.join(", ", all));
          }
        });
    for (Floor floor : floors) {
      if (!versions.containsKey(floor.library)) {
        complaints.add(floor.library + " has a floor, but is not shipped");
      }
      for (String version : versions.getOrDefault(floor.library, new TreeSet<>())) {
        if (new ComparableVersion(version).compareTo(new ComparableVersion(floor.lowest)) < 0) {
          complaints.add(
              "%s %s is older than %s: %s"
                  .formatted(floor.library, version, floor.lowest, floor.reason));
        }
      }
    }
    return complaints;
  }
}
