package dev.blazon.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What services say of their settings, and what is written of them elsewhere. */
@Tag("processes")
class HelpTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path KEPT = Path.of("help.txt");

  private static final Pattern VARIABLE = Pattern.compile("(?m)^  (BLAZON_\\w+) \\((.*)\\)$");

  /** A row of the README's table; what comes after a default in the same cell is a remark. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(BLAZON_\\w+)` \\| (?:`([^`]*)`|([^|`]*))[^|]* \\|");

  @Test
  void the_help_that_needs_no_build_is_what_the_service_says() throws Exception {
    assertEquals(
        helpOf("dev.blazon.api.Main"),
        Files.readString(KEPT),
        "to write it anew: java -jar api-service/target/api-service.jar --help"
            + " >api-service/help.txt");
  }

  @Test
  void the_launcher_shows_it_and_builds_nothing() throws Exception {
    String shown =
        output("env", "PATH=/usr/bin:/bin", "JAVA_HOME=/none", blazon(), "run", "--help");

    assertTrue(shown.startsWith(Files.readString(KEPT)), shown);
    assertTrue(shown.contains("./blazon run sets BLAZON_DRAIN to 0s"), shown);
    assertFalse(shown.contains("building"), shown);
  }

  @Test
  void the_launchers_help_names_every_command() throws Exception {
    String help = output(blazon(), "help");
    Pattern command = Pattern.compile("(?m)^  ([a-z]+)(?: \\| [-a-z| ]+)?\\) ");
    List<String> commands =
        command
            .matcher(Files.readString(ROOT.resolve("blazon")))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertTrue(commands.containsAll(List.of("run", "check", "test", "help")), commands.toString());
    for (String name : commands) {
      assertTrue(help.contains("\n  ./blazon " + name + " "), name);
    }
  }

  @Test
  void the_readme_lists_every_variable_with_its_default() throws Exception {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Map<String, String> table = new LinkedHashMap<>();
    ROW.matcher(readme)
        .results()
        .forEach(
            row -> table.put(row.group(1), row.group(2) == null ? row.group(3) : row.group(2)));
    Map<String, String> variables = defaults(helpOf("dev.blazon.api.Main"));
    for (String other : List.of("dev.blazon.imaging.Main", "dev.blazon.stats.Main")) {
      Map<String, String> others = defaults(helpOf(other));
      others.forEach(variables::putIfAbsent);
      others.forEach((name, value) -> assertEquals(value, variables.get(name), name));
    }

    assertEquals(join(variables), join(table));
  }

  /** So that a service does not report the settings of another one as unknown. */
  @Test
  void the_list_of_known_settings_has_every_variable() throws Exception {
    List<String> listed =
        Files.readAllLines(
            ROOT.resolve("shared/src/main/resources/dev/blazon/service/settings.txt"));

    for (String main : List.of("api", "imaging", "stats")) {
      for (String name : defaults(helpOf("dev.blazon." + main + ".Main")).keySet()) {
        assertTrue(listed.contains(name), name + " is missing in settings.txt");
      }
    }
  }

  @Test
  void every_service_and_the_launcher_tell_the_version() throws Exception {
    String version = output(blazon(), "version").strip().replace("blazon ", "");

    assertTrue(version.matches("\\d+\\.\\d+\\.\\d+.*"), version);
    for (String service : List.of("api", "imaging", "stats")) {
      assertEquals(
          service + "-service " + version,
          said("dev.blazon." + service + ".Main", "--version").strip());
    }
  }

  private static Map<String, String> defaults(String help) {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (MatchResult match : VARIABLE.matcher(help).results().toList()) {
      defaults.put(match.group(1), match.group(2));
    }
    assertTrue(defaults.size() > 5, help);
    return defaults;
  }

  private static String join(Map<String, String> defaults) {
    return String.join(
        "\n", defaults.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }

  private static String blazon() {
    return ROOT.resolve("blazon").toString();
  }

  private static String helpOf(String main) throws IOException, InterruptedException {
    return said(main, "--help");
  }

  private static String said(String main, String argument)
      throws IOException, InterruptedException {
    return output(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        main,
        argument);
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
