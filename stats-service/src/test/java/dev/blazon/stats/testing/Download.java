package dev.blazon.stats.testing;

import dev.blazon.corpus.Corpus;
import dev.blazon.count.Day;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Some downloads that are alike, as ClickPy's tables have them. An empty text stands for what the
 * client did not say.
 */
public record Download(
    Day day,
    String project,
    String version,
    String installer,
    String python,
    String system,
    String country,
    long count) {

  /** Of a client that says nothing about itself but its name. */
  public static Download of(Day day, String project, String version, String installer, long count) {
    boolean tells = installer.equals("pip") || installer.equals("uv");
    return new Download(
        day, project, version, installer, tells ? "3.12" : "", tells ? "Linux" : "", "US", count);
  }

  /** As many downloads of another project. */
  Download of(String other) {
    return new Download(day, other, version, installer, python, system, country, count);
  }

  /** All downloads of lean-lsp-mcp on 2026-03-22: 396, of which 381 without mirrors. */
  public static List<Download> leanLspMcp() {
    return read(
        "clickpy/lean-lsp-mcp-2026-03-22.csv",
        cells -> of(day(cells[0]), "lean-lsp-mcp", cells[1], cells[2], Long.parseLong(cells[5])));
  }

  /** Downloads of python-dotenv on two days, by installers of all kinds. */
  public static List<Download> pythonDotenv() {
    return read(
        "clickpy/python-dotenv-by-installer-ci.csv",
        cells -> of(day(cells[0]), "python-dotenv", cells[1], cells[2], Long.parseLong(cells[4])));
  }

  /** Downloads of vcs-versioning on four days, by version. */
  public static List<Download> vcsVersioning() {
    return read(
        "clickpy/vcs-versioning-per-day-by-version.csv",
        cells -> of(day(cells[0]), "vcs-versioning", cells[1], "pip", Long.parseLong(cells[2])));
  }

  private static Day day(String text) {
    return Day.parse(text).orElseThrow();
  }

  private static List<Download> read(String file, Function<String[], Download> row) {
    List<Download> downloads = new ArrayList<>();
    List<String> lines = Corpus.lines("statistics/" + file);
    for (String line : lines.subList(1, lines.size())) {
      downloads.add(row.apply(line.replace("\"", "").split(",", -1)));
    }
    return downloads;
  }
}
