package dev.blazon.api.page;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.Release;
import dev.blazon.api.pypi.ReleaseFile;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.DownloadShield;
import dev.blazon.api.shield.ProjectShield;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.TrendShield;
import dev.blazon.api.shield.Wording;
import dev.blazon.count.Basis;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.count.Total;
import dev.blazon.count.WeeklyCourse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Examples of what a shield can show. They are computed by the shield itself from made-up projects,
 * from exemplary to abandoned, so that the documentation cannot differ from the code.
 */
final class Examples {

  private static final String PYTHON = "Programming Language :: Python :: ";
  private static final String IMPLEMENTATION = PYTHON + "Implementation :: ";
  private static final String STATUS = "Development Status :: ";

  private static final Basis ONE_DAY =
      new Basis(DayRange.of(Day.of(2026, 9, 1)), 1, List.of(), Measure.ALL, false);

  private final List<Project> projects;

  Examples(Clock clock) {
    this.projects = List.of(exemplary(clock), compiled(clock), young(clock), abandoned(clock));
  }

  /** The different contents that a shield gives, without duplicates. */
  List<Content> of(Shield<?> shield) {
    return said(shield).distinct().toList();
  }

  private Stream<Content> said(Shield<?> shield) {
    if (shield instanceof ProjectShield ofProject) {
      return projects.stream().map(project -> ofProject.content(project, Wording.PYPIP_IN));
    }
    Stream<Total> totals =
        LongStream.of(0, 7, 42, 640, 12_345, 8_765_432).mapToObj(n -> new Total(n, ONE_DAY));
    if (shield instanceof TrendShield trend) {
      return totals.map(
          total -> trend.content(new WeeklyCourse(total, List.of()), Wording.PYPIP_IN));
    }
    DownloadShield ofDownloads = (DownloadShield) shield;
    return totals.map(total -> ofDownloads.content(total, Wording.PYPIP_IN));
  }

  private static Project exemplary(Clock clock) {
    return new Project(
        "exemplary",
        release(clock, "3.2.1", 20, Optional.of(">=3.10"), "exemplary-3.2.1-py3-none-any.whl"),
        Optional.empty(),
        48,
        Optional.empty(),
        Optional.of("MIT"),
        List.of(
            STATUS + "5 - Production/Stable",
            PYTHON + "3.10",
            PYTHON + "3.11",
            PYTHON + "3.12",
            PYTHON + "3.13",
            IMPLEMENTATION + "CPython",
            IMPLEMENTATION + "PyPy",
            "Framework :: Django :: 4.2",
            "Framework :: Django :: 5.2",
            "Framework :: Wagtail :: 7",
            "Framework :: Plone :: 6.1",
            "Framework :: Zope :: 5",
            "Framework :: Odoo :: 18.0",
            "Framework :: Jupyter :: JupyterLab :: 4",
            "Framework :: AWS CDK :: 2",
            "Framework :: Django CMS :: 4.1",
            "Typing :: Typed"),
        Optional.of(0),
        2,
        Optional.of(List.of()),
        Optional.of(4),
        Optional.of("active"));
  }

  private static Project compiled(Clock clock) {
    return new Project(
        "compiled",
        release(
            clock,
            "0.9.0",
            200,
            Optional.of(">=3.9"),
            "compiled-0.9.0-cp39-abi3-manylinux_2_28_x86_64.whl",
            "compiled-0.9.0-cp39-abi3-macosx_11_0_arm64.whl",
            "compiled-0.9.0-cp39-abi3-win_amd64.whl"),
        Optional.empty(),
        12,
        Optional.empty(),
        Optional.of("GPL-3.0-or-later"),
        List.of(STATUS + "4 - Beta", PYTHON + "3 :: Only", IMPLEMENTATION + "CPython"),
        Optional.of(5),
        0,
        Optional.of(List.of("PYSEC-2026-1")),
        Optional.of(1),
        Optional.of("active"));
  }

  private static Project young(Clock clock) {
    return new Project(
        "young",
        release(clock, "0.1.0a2", 3, Optional.empty(), "young-0.1.0a2.tar.gz"),
        Optional.empty(),
        1,
        Optional.of("Proprietary"),
        Optional.empty(),
        List.of(STATUS + "3 - Alpha", PYTHON + "3", "Typing :: Stubs Only"),
        Optional.of(1),
        1,
        Optional.of(List.of()),
        Optional.of(1),
        Optional.of("active"));
  }

  private static Project abandoned(Clock clock) {
    Release release = release(clock, "1.0", 3000, Optional.empty(), "abandoned-1.0-py2.7.egg");
    return new Project(
        "abandoned",
        new Release(
            release.version(),
            release.uploaded(),
            Optional.of("broken metadata"),
            release.requiresPython(),
            release.files()),
        Optional.empty(),
        3,
        Optional.empty(),
        Optional.empty(),
        List.of(STATUS + "7 - Inactive"),
        Optional.of(0),
        0,
        Optional.of(List.of("PYSEC-2019-1", "PYSEC-2020-2")),
        Optional.empty(),
        Optional.of("archived"));
  }

  private static Release release(
      Clock clock, String version, int daysAgo, Optional<String> python, String... files) {
    return new Release(
        version,
        Optional.of(clock.instant().minus(Duration.ofDays(daysAgo))),
        Optional.empty(),
        python,
        Stream.of(files).map(Examples::file).toList());
  }

  private static ReleaseFile file(String name) {
    String type =
        name.endsWith(".whl") ? "bdist_wheel" : name.endsWith(".egg") ? "bdist_egg" : "sdist";
    return new ReleaseFile(type, name, 123_456);
  }
}
