package dev.blazon.api.shield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherShieldsTest {

  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T23:59:59Z, 2026-11-20|brightgreen",
    "2026-05-23T00:00:00Z, 2026-05-23|brightgreen",
    "2025-12-01T00:00:00Z, 2025-12-01|green",
    "2025-01-01T00:00:00Z, 2025-01-01|yellow",
    "2023-01-01T00:00:00Z, 2023-01-01|orange",
    "2010-01-01T00:00:00Z, 2010-01-01|red",
    "2030-01-01T00:00:00Z, 2030-01-01|brightgreen",
  })
  void a_release_date_is_coloured_by_age(String uploaded, String expected) {
    assertEquals(
        "released|" + expected,
        ShownBadge.by(new ReleasedShield(NOW), Facts.none().uploaded(uploaded), Wording.PYPIP_IN));
  }

  @Test
  void a_release_that_was_never_uploaded_has_no_date() {
    assertEquals(
        "released|unknown|lightgrey",
        ShownBadge.by(new ReleasedShield(NOW), Facts.none(), Wording.PYPIP_IN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dependencies", "vulnerabilities", "maintainers"})
  void what_the_index_does_not_say_is_unknown(String shield) {
    ProjectShield found = (ProjectShield) new ShieldCatalog().get(shield);
    assertEquals(
        shield + "|unknown|lightgrey", ShownBadge.by(found, Facts.none(), Wording.PYPIP_IN));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, none|lightgrey, none|brightgreen,           none known|brightgreen",
    "3, 5, 0, 1, 3|blue,         5|blue,                     1|red",
    "1, 0, 1, 2, 1|blue,         none | 1 extra|brightgreen, 2|red",
    "9, 2, 4, 0, 9|blue,         2 | 4 extras|blue,          none known|brightgreen",
  })
  void counts(
      int releases,
      int dependencies,
      int extras,
      int vulnerabilities,
      String releasesText,
      String dependenciesText,
      String vulnerabilitiesText) {
    Facts facts = Facts.none().counts(releases, dependencies, extras, vulnerabilities);

    assertEquals(
        "releases|" + releasesText, ShownBadge.by(new ReleasesShield(), facts, Wording.PYPIP_IN));
    assertEquals(
        "dependencies|" + dependenciesText,
        ShownBadge.by(new DependenciesShield(), facts, Wording.PYPIP_IN));
    assertEquals(
        "vulnerabilities|" + vulnerabilitiesText,
        ShownBadge.by(new VulnerabilitiesShield(), facts, Wording.PYPIP_IN));
    assertEquals(
        "maintainers|2|blue", ShownBadge.by(new MaintainersShield(), facts, Wording.PYPIP_IN));
  }

  @ParameterizedTest
  @CsvSource({
    "active, active|brightgreen",
    "Archived, archived|orange",
    "deprecated, deprecated|red",
    "quarantined, quarantined|red",
    "odd, odd|lightgrey",
    "'', active|brightgreen",
  })
  void project_status(String status, String expected) {
    assertEquals(
        "project|" + expected,
        ShownBadge.by(new ProjectStatusShield(), Facts.none().status(status), Wording.PYPIP_IN));
  }

  @Test
  void a_missing_fact_is_unknown_or_the_default() {
    assertEquals(
        "project|active|brightgreen",
        ShownBadge.by(new ProjectStatusShield(), Facts.none(), Wording.PYPIP_IN));
    assertEquals(
        "maintainers|unknown|lightgrey",
        ShownBadge.by(new MaintainersShield(), Facts.none(), Wording.PYPIP_IN));
    assertEquals(
        "python|unknown|lightgrey",
        ShownBadge.by(new RequiresPythonShield(), Facts.none(), Wording.PYPIP_IN));
    assertEquals(
        "python|>=3.8|blue",
        ShownBadge.by(
            new RequiresPythonShield(), Facts.none().requiresPython(">=3.8"), Wording.PYPIP_IN));
  }

  @Test
  void a_yanked_release_is_yanked_with_or_without_a_reason() {
    YankedShield shield = new YankedShield();

    assertEquals("yanked|no|brightgreen", ShownBadge.by(shield, Facts.none(), Wording.PYPIP_IN));
    assertEquals(
        "yanked|yes|red", ShownBadge.by(shield, Facts.none().yanked(""), Wording.PYPIP_IN));
    assertEquals(
        "yanked|yes|red", ShownBadge.by(shield, Facts.none().yanked("broken"), Wording.PYPIP_IN));
  }

  @Test
  void the_catalogue_refuses_two_shields_of_one_id() {
    List<Shield<?>> twice = List.of(new EggShield(), new EggShield());

    assertThrows(IllegalArgumentException.class, () -> new ShieldCatalog(twice));
  }

  @Test
  void only_the_shields_whose_pictures_differ_from_project_to_project_are_not_generic() {
    List<String> own =
        new ShieldCatalog(NOW)
            .all().stream()
                .map(Shield::description)
                .filter(description -> !description.generic())
                .map(Description::id)
                .toList();

    assertEquals(
        List.of("version", "download", "download-week", "download-day", "download-total", "trend"),
        own);
    assertTrue(new ShieldCatalog(NOW).find("nonsense").isEmpty());
  }
}
