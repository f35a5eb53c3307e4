package dev.blazon.api.downloads;

import dev.blazon.project.ProjectName;
import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.Upstream;
import io.vertx.core.Future;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Fetches all-time download counts from pepy.tech's API, version 2. Thread-safe. */
public final class PepyClient {

  private final Upstream upstream;
  private final URI base;
  private final Optional<String> apiKey;

  /**
   * Creates a client.
   *
   * @param apiKey the operator's key; if empty, no request is sent and each fetch fails as {@code
   *     NOT_CONFIGURED}
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
