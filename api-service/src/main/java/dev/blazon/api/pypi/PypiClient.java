package dev.blazon.api.pypi;

import dev.blazon.project.ProjectName;
import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.Upstream;
import io.vertx.core.Future;
import java.net.URI;
import java.util.Optional;

/** Fetches projects from one index by PyPI's JSON API. */
final class PypiClient {

  private final Upstream upstream;
  private final Index index;

  PypiClient(Upstream upstream, Index index) {
    this.upstream = upstream;
    this.index = index;
  }

  Future<Fetched<Project>> fetch(
      ProjectName project, Optional<String> version, Optional<String> etag) {
    String release = version.map(text -> VersionSegment.encode(text) + "/").orElse("");
    URI uri = URI.create(index.base() + "/pypi/" + project.normalized() + "/" + release + "json");
    return upstream.fetch(
        new Upstream.Call(uri, index.headers("application/json"), etag),
        type -> new ProjectReader(project.written(), version.isPresent()));
  }
}
