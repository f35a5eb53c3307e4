package dev.blazon.imaging.logo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The names that real READMEs ask for; runs where that list lies beside the project. */
class LogosInDemandTest {

  private static final Path NAMES = Path.of("../../shared/data/logo-names-used.tsv");

  /**
   * The rest are brands that simple-icons had to remove (LinkedIn, Slack, Windows, AWS, Java …),
   * and misspellings.
   */
  private static final double LEAST_SHARE = 0.85;

  static boolean isListed() {
    return Files.exists(NAMES);
  }

  @Test
  @EnabledIf("isListed")
  void most_are_known() throws IOException {
    List<String> lines = Files.readAllLines(NAMES);
    long asked = 0;
    long known = 0;
    for (String line : lines.subList(1, lines.size())) {
      int tab = line.indexOf('\t');
      String name = line.substring(0, tab);
      long uses = Long.parseLong(line.substring(tab + 1));
      asked += uses;
      if (NamedLogos.find(name).isPresent()) {
        known += uses;
      }
    }
    assertTrue(known >= LEAST_SHARE * asked, known + " of " + asked);
  }
}
