package dev.blazon.api.compare;

import dev.blazon.count.Basis;
import dev.blazon.count.Comparison;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Day;
import dev.blazon.project.ProjectName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A project among those that are compared, and what is known of it. */
public sealed interface ComparedProject {

  /** The name, as written. */
  String name();

  /**
   * It was counted.
   *
   * @param days the days of the window that are known, in ascending order
   * @param downloads on each of them
   * @param allTime all downloads that were ever counted; empty if they are not known
   * @param change beside the window before
   * @param basis what its numbers rest on
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares or changes them.
  record Counted(
      ProjectName project,
      List<Day> days,
      long[] downloads,
      OptionalLong allTime,
      Comparison change,
      Basis basis)
      implements ComparedProject {

    public Counted {
      days = List.copyOf(days);
    }

    @Override
    public String name() {
      return project.written();
    }

    /** The downloads in the window. */
    public long sum() {
      long sum = 0;
      for (long ofDay : downloads) {
        sum += ofDay;
      }
      return sum;
    }

    /** The newest day that is known; empty if none of the window is. */
    public Optional<Day> lastDay() {
      return days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1));
    }

    /** The downloads on it. */
    public long onLastDay() {
      return downloads.length == 0 ? 0 : downloads[downloads.length - 1];
    }
  }

  /** PEP 508 does not allow the name, so there is no such project. */
  record Impossible(String name) implements ComparedProject {}

  /** Neither the counts nor PyPI know it. */
  record Unknown(ProjectName project) implements ComparedProject {
    @Override
    public String name() {
      return project.written();
    }
  }

  /** PyPI knows it, and no download of it was counted. */
  record WithoutDownloads(ProjectName project) implements ComparedProject {
    @Override
    public String name() {
      return project.written();
    }
  }

  /** No download of it was counted, and PyPI does not say whether it exists. */
  record Uncertain(ProjectName project) implements ComparedProject {
    @Override
    public String name() {
      return project.written();
    }
  }

  /** There is no answer now. */
  record Unanswered(ProjectName project, Reason reason) implements ComparedProject {
    @Override
    public String name() {
      return project.written();
    }
  }
}
