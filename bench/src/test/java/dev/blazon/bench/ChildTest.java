package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
final class ChildTest {

  /** Starts a child, writes its process id, and waits to be stopped. Argument: a folder. */
  static final class Parent {
    public static void main(String[] arguments) throws IOException, InterruptedException {
      Child child =
          Child.start("child", new Place(Path.of(arguments[0])), List.of("sleep", "600"), Map.of());
      System.out.println(child.pid());
      Thread.currentThread().join();
    }
  }

  @Test
  void ends_when_its_parent_is_stopped(@TempDir Path folder) throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle child;
    try (var output =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.US_ASCII))) {
      child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    } finally {
      parent.destroy();
    }

    assertTrue(parent.waitFor(20, TimeUnit.SECONDS));
    child.onExit().get(20, TimeUnit.SECONDS);
  }

  @Test
  void ends_when_it_is_closed(@TempDir Path folder) throws Exception {
    Child child = Child.start("child", new Place(folder), List.of("sleep", "600"), Map.of());
    ProcessHandle process = ProcessHandle.of(child.pid()).orElseThrow();

    child.close();

    assertFalse(process.isAlive());
  }
}
