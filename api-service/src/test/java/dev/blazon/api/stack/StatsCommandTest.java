package dev.blazon.api.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./blazon stats} as an operator runs it: the script, and the jar. */
@Tag("processes")
final class StatsCommandTest {

  private static final String LINE =
      "2026-10-05: 10 downloads (4 without mirrors), 1 rows, 0 rejects, complete, from file, new";

  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  @Test
  void a_file_is_imported_and_shown_and_exported() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("day.csv"),
            "date,project,version,downloads,without_mirrors\n2026-10-05,requests,2.0,10,4\n");
    Run imported = run("import", file.toString());
    assertEquals(0, imported.code(), imported.err());
    assertEquals(LINE, imported.out().strip());
    assertTrue(run("status").out().contains("newest complete  2026-10-05"));
    Path archive = folder.resolve("archive");
    assertEquals(0, run("export", "--day", "2026-10-05", "--to", archive.toString()).code());
    assertEquals(Files.readString(file), Files.readString(archive.resolve("2026-10-05.csv")));
    assertEquals(0, run("verify").code());
  }

  @Test
  void its_exit_codes_reach_the_shell() throws Exception {
    Run wrong = run("import", folder.resolve("none.csv").toString());
    assertEquals(2, wrong.code());
    assertEquals(
        "blazon stats: " + folder.resolve("none.csv") + ": there is no such file",
        wrong.err().strip());
    assertEquals(2, run("nonsense").code());
    assertEquals(1, run("export", "--day", "2026-10-05").code());
    Run help = run("--help");
    assertEquals(0, help.code());
    assertTrue(help.out().contains("another import is running"), help.out());
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(Stack.ROOT.resolve("blazon").toString(), "stats"));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("BLAZON_STATS_DATABASE", "sqlite:" + folder.resolve("store"));
    Process process = builder.start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertTrue(ended, "it has not ended");
    return new Run(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
