package dev.blazon.api.downloads;

import dev.blazon.project.ProjectName;
import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.Upstream;
import io.vertx.core.Future;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Asks pepy.tech's API, version 2, for all-time download counts. Thread-safe. */
public final class PepyClient {

  private final Upstream upstream;
  private final URI base;
  private final Optional<String> apiKey;

  /**
   * A client of the pepy at this address.
   *
   * @param apiKey empty: the operator has none, and nothing is asked
   */
  public PepyClient(Upstream upstream, URI base, Optional<String> apiKey) {
    this.upstream = upstream;
    this.base = base;
    this.apiKey = apiKey;
  }

  public Future<Fetched<Long>> fetch(ProjectName project, Optional<String> etag) {
    if (apiKey.isEmpty()) {
      return Future.succeededFuture(Fetched.failed(Fetched.Trouble.NOT_CONFIGURED));
    }
    URI uri = URI.create(base + "/api/v2/projects/" + project.normalized());
    Map<String, String> headers = Map.of("Accept", "application/json", "X-Api-Key", apiKey.get());
    return upstream.fetch(new Upstream.Call(uri, headers, etag), type -> new TotalReader());
  }
}
