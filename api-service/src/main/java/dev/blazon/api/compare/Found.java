package dev.blazon.api.compare;

import dev.blazon.count.Day;
import dev.blazon.count.Series;
import dev.blazon.project.ProjectName;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of a project while questions about it are under way. */
sealed interface Found {

  /** It was counted up to a day. */
  record UpTo(ProjectName project, Day newest, OptionalLong allTime) implements Found {}

  /**
   * Its days were read.
   *
   * @param series its days up to the last of the window, in one line or none; empty if none of them
   *     is known
   */
  record Read(ProjectName project, Optional<Series> series, OptionalLong allTime)
      implements Found {}

  /** There is no more to ask. */
  record Done(ComparedProject project) implements Found {}
}
