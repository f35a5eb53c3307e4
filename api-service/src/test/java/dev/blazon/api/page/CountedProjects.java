package dev.blazon.api.page;

import dev.blazon.api.Documents;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import java.time.DayOfWeek;

/** Half a year of made-up downloads, in the form of an import. One day of all is missing. */
final class CountedProjects {

  static final Day NEWEST = Day.of(2026, 9, 28);

  /** The day on which PyPI began to count in another way. */
  private static final Day BREAK = Day.of(2026, 8, 24);

  private static final Day MISSING = Day.of(2026, 7, 14);
  private static final int DAYS = 180;
  private static final int MANY_VERSIONS = 5_000;

  private static final String[] VERSIONS = {
    "1.0.0", "1.1.0", "1.2.3", "2.0.0", "2.1.0", "2.1.1", "2.2.0rc1", "0.9", "0.8.1", "0.8"
  };
  private static final int[] SHARES = {40, 90, 160, 210, 330, 120, 6, 20, 14, 10};
  private static final String[] DETAILS = {
    "3.12,Linux,pip,US,true",
    "3.11,Linux,uv,DE,",
    "3.13,Darwin,pip,FR,",
    "3.10,Windows,poetry,IN,",
    ",,bandersnatch,,",
    "3.12,Linux,uv,NL,true",
    "3.9,Linux,pip,GB,",
    "2.7,Linux,pip,BR,",
    "3.14,FreeBSD,pdm,JP,",
    "3.8,Linux,pip,CN,"
  };

  private CountedProjects() {}

  /** What PyPI knows about {@code well-kept}. */
  static String document() {
    return Documents.good("Well-Kept", "2.1.1")
        .replace(
            "\"license\": \"MIT\",",
            """
            "license": "MIT", "author": null,
            "summary": "Keeps things well: a small library that every other library wants to be.",
            "author_email": "Ada Lovelace <ada@example.org>, Charles Babbage <cb@example.org>",
            "home_page": "https://well-kept.example",
            "project_urls": {
              "Documentation": "https://docs.example.org/well-kept",
              "Source": "https://git.example.org/well-kept",
              "Changelog": "https://git.example.org/well-kept/blob/main/CHANGES.md",
              "Sponsor": "javascript:alert(1)"
            },
            """);
  }

  /** The rows of all projects. */
  static String csv() {
    StringBuilder rows =
        new StringBuilder(
            "date,project,version,downloads,without_mirrors,python,system,installer,country,ci\n");
    for (Day day : new DayRange(NEWEST.minus(DAYS - 1), NEWEST).days()) {
      if (!day.equals(MISSING)) {
        wellKept(rows, day);
        row(rows, day, "deleted", "1.0", 300, DETAILS[0]);
        row(rows, day, "flask", "3.0", 900_000, DETAILS[0]);
      }
    }
    row(rows, NEWEST, "one-day", "0.1", 12, DETAILS[1]);
    for (int i = 0; i < MANY_VERSIONS; i++) {
      row(rows, NEWEST.minus(i % 40), "many-versions", "0." + i, 10 + i % 97, DETAILS[i % 10]);
    }
    hostile(rows);
    return rows.toString();
  }

  /** A project that grows, rests at weekends, and loses a third when counting changes. */
  private static void wellKept(StringBuilder rows, Day day) {
    int age = DAYS - (NEWEST.epochDay() - day.epochDay());
    boolean weekend = day.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    double level = (1 + age / 260.0) * (weekend ? 0.62 : 1) * (day.isBefore(BREAK) ? 1 : 0.65);
    for (int i = 0; i < VERSIONS.length; i++) {
      boolean isNew = i >= 4 && i <= 6;
      double adopted = isNew ? Math.min(1, age / 120.0) : 1.1 - age / 400.0;
      // Some disorder, and the same in every run.
      double noise = 1 + 0.05 * Math.sin(day.epochDay() * (i + 3.7));
      for (int part = 0; part < DETAILS.length; part++) {
        double share = 1.0 / (part + 2) / (1 + (i + part) % 3);
        long downloads = Math.round(900 * SHARES[i] * share * level * adopted * noise / 10);
        row(rows, day, "well-kept", VERSIONS[i], downloads, DETAILS[part]);
      }
    }
  }

  private static void hostile(StringBuilder rows) {
    String attack = "\"\"\"><img src=x onerror=alert(1)><script>alert(1)</script>\"";
    rows.append(NEWEST).append(",hostile,").append(attack).append(",500,500,");
    rows.append(attack).append(',').append(attack).append(',').append(attack).append(",US,\n");
    row(rows, NEWEST, "hostile", "1.0+" + "x".repeat(120), 400, DETAILS[0]);
    row(rows, NEWEST, "hostile", "&amp;", 300, "3.12,Linux,pip,../..,");
  }

  private static void row(
      StringBuilder rows, Day day, String project, String version, long downloads, String details) {
    long people = details.contains("bandersnatch") ? 0 : downloads;
    rows.append(day).append(',').append(project).append(',').append(version).append(',');
    rows.append(downloads).append(',').append(people).append(',').append(details).append('\n');
  }
}
