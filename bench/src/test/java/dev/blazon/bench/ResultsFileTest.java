package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsFileTest {

  private static final String STACK = "## The stack\n\nMany parts.\n\n### Soak\n\nLong.\n";

  @TempDir Path folder;

  @Test
  void replaces_one_section_with_all_below_it_and_leaves_the_rest() throws IOException {
    Path file = write("# Benchmarks\n\n## Start\n\nQuick.\n\n" + STACK);

    new ResultsFile(file).replace("## The stack", "## The stack\n\nOther parts.\n");

    assertEquals(
        "# Benchmarks\n\n## Start\n\nQuick.\n\n## The stack\n\nOther parts.\n",
        Files.readString(file));
  }

  @Test
  void puts_a_section_at_the_end_where_there_was_none() throws IOException {
    Path file = write("# Benchmarks\n");

    new ResultsFile(file).replace("## The stack", STACK);

    assertEquals("# Benchmarks\n\n" + STACK, Files.readString(file));
  }

  @Test
  void writes_a_file_that_is_not_there_yet() throws IOException {
    Path file = folder.resolve("new/RESULTS.md");

    new ResultsFile(file).replace("## The stack", STACK);

    assertEquals(STACK, Files.readString(file));
  }

  @Test
  void replaces_everything_but_one_section() throws IOException {
    Path file = write("# Benchmarks\n\nOld.\n\n" + STACK + "\n## Something\n\nOld.\n");

    new ResultsFile(file).replaceAllBut(List.of("## The stack"), "# Benchmarks\n\nNew.\n");

    assertEquals("# Benchmarks\n\nNew.\n\n" + STACK, Files.readString(file));
  }

  @Test
  void replaces_everything_when_that_section_is_not_there() throws IOException {
    Path file = write("# Benchmarks\n\n## The stacks of others\n\nOld.\n");

    new ResultsFile(file).replaceAllBut(List.of("## The stack"), "# Benchmarks\n\nNew.\n");

    assertEquals("# Benchmarks\n\nNew.\n", Files.readString(file));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("RESULTS.md"), text);
  }
}
