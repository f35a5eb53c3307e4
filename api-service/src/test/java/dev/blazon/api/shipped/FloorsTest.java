package dev.blazon.api.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloorsTest {

  private static final Path SHIPPED = Path.of("target/shipped-libraries.txt");
  private static final Path FLOORS = Path.of("../deploy/floors.tsv");

  @Test
  void nothing_shipped_is_older_than_its_floor() throws IOException {
    List<Library> shipped =
        Files.readAllLines(SHIPPED).stream()
            .map(Library::ofMaven)
            .flatMap(Optional::stream)
            .toList();

    assertTrue(
        shipped.stream().anyMatch(library -> library.name().equals("io.vertx:vertx-core")),
        () -> SHIPPED + " is no list of libraries: " + shipped);
    assertEquals(List.of(), Floors.read(Files.readAllLines(FLOORS)).complaints(shipped));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "older         | 4.2.17.Final         | a:b 4.2.17.Final is older than 4.2.18.Final: a hole",
        "older, number | 4.2.9.Final          | a:b 4.2.9.Final is older than 4.2.18.Final: a hole",
        "no suffix     | 4.2.17               | a:b 4.2.17 is older than 4.2.18.Final: a hole",
        "a candidate   | 4.2.18.RC1           | a:b 4.2.18.RC1 is older than 4.2.18.Final: a hole",
        "equal         | 4.2.18.Final         |",
        "as good       | 4.2.18               |",
        "newer         | 4.2.19.Final         |",
        "newer, minor  | 4.3.0.Beta1          |",
        "newer, major  | 10.0                 |",
        "two           | 4.2.18.Final 4.3.0   | a:b is shipped in several versions: 4.2.18.Final, 4.3.0",
        "the same      | 4.2.18.Final 4.2.18.Final |",
        "none          | ''                   | a:b has a floor, but is not shipped",
      })
  void a_version_is_compared_with_its_floor(String what, String versions, String complaint) {
    List<Library> shipped =
        Arrays.stream(versions.split(" "))
            .filter(version -> !version.isEmpty())
            .map(version -> new Library("a:b", version))
            .toList();

    assertEquals(
        Optional.ofNullable(complaint).stream().toList(),
        Floors.read(List.of("# comment", "", "a:b\t4.2.18.Final\ta hole")).complaints(shipped),
        what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b 1.0 a hole", "a:b\t1.0", "a:b\t1.0\t", "a:b\t1.0\ta\thole"})
  void a_row_without_three_columns_is_refused(String row) {
    assertThrows(IllegalArgumentException.class, () -> Floors.read(List.of(row)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "   g:a:jar:1.0:compile -- module m       | g:a 1.0",
        "   g:a:jar:linux-x86_64:1.0.Final:runtime | g:a 1.0.Final",
        "The following files have been resolved:   |",
        "   none                                   |",
      })
  void a_line_of_mavens_list_is_read(String line, String library) {
    assertEquals(
        Optional.ofNullable(library),
        Library.ofMaven(line).map(read -> read.name() + " " + read.version()));
  }
}
