package dev.blazon.api.shield;

import dev.blazon.api.downloads.DownloadCounts;
import dev.blazon.api.pypi.Project;

/**
 * A kind of badge: a pure function of facts and wording. It does no I/O and knows no HTTP, no
 * cache, no dialect.
 *
 * <p>A fact that is missing, empty or odd gives an honest badge, never an exception. All shields
 * are immutable.
 */
public sealed interface Shield {

  /** What the catalogue says of it. */
  Description description();

  /** Whether a picture of what this shield says depends on no project. */
  default boolean isGeneric(Content content) {
    return description().generic();
  }

  /** The label in these words, also of a badge that tells of a failure. */
  default String label(Wording wording) {
    return description().label();
  }

  /** A shield that shows a fact of a project. */
  non-sealed interface OfProject extends Shield {
    Content content(Project project, Wording wording);
  }

  /** A shield that shows recent download counts. */
  non-sealed interface OfDownloads extends Shield {
    Content content(DownloadCounts counts, Wording wording);
  }

  /** A shield that shows an all-time download count. */
  non-sealed interface OfTotalDownloads extends Shield {
    Content content(long total, Wording wording);
  }
}
