package dev.blazon.imaging.logo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.corpus.Corpus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the logo names that real READMEs use. */
class LogosInDemandTest {

  /**
   * The share of uses that must be known. The rest are brands that simple-icons had to remove
   * (LinkedIn, Slack, Windows, AWS, Java …), and misspellings.
   */
  private static final double LEAST_SHARE = 0.85;

  @Test
  void most_names_are_known() {
    List<String> lines = Corpus.lines("logo-names-used.tsv");
    long total = 0;
    long known = 0;
    for (String line : lines.subList(1, lines.size())) {
      int tab = line.indexOf('\t');
      String name = line.substring(0, tab);
      long uses = Long.parseLong(line.substring(tab + 1));
      total += uses;
      if (NamedLogos.find(name).isPresent()) {
        known += uses;
      }
    }
    assertTrue(known >= LEAST_SHARE * total, known + " of " + total);
  }
}
