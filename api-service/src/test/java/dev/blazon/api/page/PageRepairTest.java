package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.blazon.corpus.Corpus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page repairs old READMEs. */
class PageRepairTest extends PageInBrowser {

  @Test
  void an_old_readme_is_repaired() {
    Page page = open(withClipboard(), "/repair");
    page.fill(
        "#readme",
        """
        [![Version](https://pypip.in/v/well-kept/badge.png)](https://pypip.in/)
        .. image:: https://badge.fury.io/py/well-kept.svg
        ![left alone](https://img.shields.io/github/stars/a/b)
        """);
    page.click("text=Repair it");
    page.click("[data-copy=snippet-readme]");

    assertEquals(
        """
        [![Version](%1$s/v/well-kept/badge.png)](%1$s/)
        .. image:: %1$s/py/well-kept.svg
        ![left alone](https://img.shields.io/github/stars/a/b)
        """
            .formatted(base()),
        page.evaluate("navigator.clipboard.readText()"));
    assertEquals("2 badges and 1 link brought home", page.textContent("#repaired"));
    assertTrue(allPicturesShown(page));
  }

  @ParameterizedTest
  @MethodSource("realReadmes")
  void the_badges_of_a_real_readme_are_replaced(String readme) {
    Page page = open("/repair");
    page.fill("#readme", readme);
    page.click("text=Repair it");

    assertTrue(allPicturesShown(page));
    assertEquals(readme.lines().count(), page.querySelectorAll(".fixes li").size());
    assertFalse(page.textContent("#snippet-readme").contains("//pypip.in"));
  }

  /** The badges of the ten projects with the most of them, as Markdown. */
  static List<String> realReadmes() {
    Map<String, StringBuilder> bySource = new TreeMap<>();
    for (String row : Corpus.lines("pypipin-urls.tsv")) {
      String[] cells = row.split("\t", 2);
      bySource
          .computeIfAbsent(cells[1].split(",", 2)[0], source -> new StringBuilder())
          .append("![](" + cells[0] + ")\n");
    }
    return bySource.values().stream()
        .map(StringBuilder::toString)
        .sorted(Comparator.comparing(String::length).reversed())
        .limit(10)
        .toList();
  }
}
