package dev.blazon.api.pypi;

import dev.blazon.project.ProjectName;
import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.Upstream;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Fetches projects from one index by PyPI's JSON API or by the simple API. If it is not known which
 * of them the index has, both are tried until one returns a project; that one is used from then on.
 * Thread-safe.
 */
public final class IndexClient {

  private enum Protocol {
    JSON,
    SIMPLE,
    UNKNOWN
  }

  private final PypiClient json;
  private final SimpleClient simple;
  private volatile Protocol protocol;

  /**
   * Creates a client.
   *
   * @param hasJson whether the index is known to have PyPI's JSON API
   */
  public IndexClient(Upstream upstream, Index index, boolean hasJson) {
    json = new PypiClient(upstream, index);
    simple = new SimpleClient(upstream, index);
    if (index.isSimpleOnly()) {
      protocol = Protocol.SIMPLE;
    } else {
      protocol = hasJson ? Protocol.JSON : Protocol.UNKNOWN;
    }
  }

  /**
   * Fetches the facts about a project.
   *
   * @param version one exact release; empty: the one that installers choose by default
   * @param etag the ETag of the document that is already known, if any
   */
  public Future<Fetched<Project>> fetch(
      ProjectName project, Optional<String> version, Optional<String> etag) {
    return switch (protocol) {
      case JSON -> json.fetch(project, version, etag);
      case SIMPLE -> simple.fetch(project, version, etag);
      case UNKNOWN ->
          json.fetch(project, version, etag)
              .compose(
                  fetched -> {
                    if (!mayLackJson(fetched)) {
                      return Future.succeededFuture(remember(Protocol.JSON, fetched));
                    }
                    return simple
                        .fetch(project, version, etag)
                        .map(
                            other ->
                                mayLackJson(other) ? fetched : remember(Protocol.SIMPLE, other));
                  });
    };
  }

  /** Whether an index without the API at this address could have answered so. */
  private static boolean mayLackJson(Fetched<Project> fetched) {
    return fetched instanceof Fetched.Missing<Project>
        || (fetched instanceof Fetched.Failed<Project> failed
            && (failed.trouble() == Fetched.Trouble.INVALID
                || failed.trouble() == Fetched.Trouble.REFUSED));
  }

  private Fetched<Project> remember(Protocol supported, Fetched<Project> fetched) {
    if (fetched instanceof Fetched.Document<Project>) {
      protocol = supported;
    }
    return fetched;
  }
}
