package dev.blazon.api.pypi;

import dev.blazon.api.upstream.Fetched;
import dev.blazon.api.upstream.Upstream;
import io.vertx.core.Future;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks one index for projects, by PyPI's JSON API. Thread-safe. */
public final class PypiClient {

  private final Upstream upstream;
  private final Index index;

  public PypiClient(Upstream upstream, Index index) {
    this.upstream = upstream;
    this.index = index;
  }

  /**
   * A project's facts.
   *
   * @param version one exact release; empty: the index's choice
   * @param etag of the document that is known already
   */
  public Future<Fetched<Project>> fetch(
      ProjectName project, Optional<String> version, Optional<String> etag) {
    if (version.isPresent() && !VersionSegment.isSafe(version.get())) {
      return Future.succeededFuture(new Fetched.Missing<>());
    }
    String release = version.map(text -> VersionSegment.encode(text) + "/").orElse("");
    URI uri = URI.create(index.base() + "/pypi/" + project.normalized() + "/" + release + "json");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    index.authorization().ifPresent(value -> headers.put("Authorization", value));
    return upstream.fetch(
        new Upstream.Call(uri, headers, etag),
        type -> new ProjectReader(project.written(), version.isPresent()));
  }
}
