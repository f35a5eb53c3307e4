package dev.blazon.api.lookup;

import dev.blazon.api.pypi.Index;
import dev.blazon.api.pypi.IndexClient;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.VersionSegment;
import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.UpstreamLimits;
import dev.blazon.upstream.Upstreams;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches projects from the default index, or from a further one on the operator's list. */
final class ProjectSource implements FactSource<ProjectKey, Project> {

  private final Map<String, IndexClient> indexes = new LinkedHashMap<>();

  /**
   * Creates a source.
   *
   * @param pypi the default index, which has PyPI's JSON API
   * @param limits of requests to each of them
   */
  ProjectSource(Index pypi, List<Index> further, Upstreams upstreams, UpstreamLimits limits) {
    indexes.put(pypi.name(), new IndexClient(upstreams.open(pypi.name(), limits), pypi, true));
    for (Index index : further) {
      indexes.put(
          index.name(), new IndexClient(upstreams.open(index.name(), limits), index, false));
    }
  }

  @Override
  public Optional<Answer<Project>> refuse(ProjectKey key) {
    if (!indexes.containsKey(name(key))) {
      return Optional.of(new Answer.Failed<>(Answer.Reason.NOT_CONFIGURED));
    }
    return key.version().isEmpty() || VersionSegment.isSafe(key.version().get())
        ? Optional.empty()
        : Optional.of(new Answer.Missing<>());
  }

  @Override
  public Future<Fetched<Project>> fetch(ProjectKey key, Optional<String> etag) {
    return indexes.get(name(key)).fetch(key.name(), key.version(), etag);
  }

  private static String name(ProjectKey key) {
    return key.index().orElse(Index.USUAL);
  }
}
