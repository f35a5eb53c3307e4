package dev.blazon.api.lookup;

import dev.blazon.count.Filter;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.project.ProjectName;
import java.util.Locale;
import java.util.Optional;

/**
 * The key of a number of downloads. The answer is {@link Answer.Missing} for a project that neither
 * the counts nor PyPI knows; for one that PyPI knows and nobody has counted yet, the look-up fails
 * with {@link Answer.Reason#COMING}.
 */
public record DownloadsKey(TotalQuery query) implements FactKey<Total> {

  @Override
  public String cacheKey() {
    return "downloads:"
        + query.project().normalized()
        + ':'
        + query.window()
        + ':'
        + query.measure()
        + text(query.filter());
  }

  @Override
  public Optional<ProjectName> project() {
    return Optional.of(query.project());
  }

  private static String text(Filter filter) {
    if (filter instanceof Filter.Versions versions) {
      return ":version=" + String.join(",", versions.globs());
    }
    return filter instanceof Filter.Category category
        ? ':' + category.dimension().word() + '=' + category.value().toLowerCase(Locale.ROOT)
        : "";
  }
}
