package dev.blazon.api.pypi;

import dev.blazon.project.ProjectName;
import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.Upstream;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Asks one index for projects, by PyPI's JSON API or by the simple API, whichever it speaks; of an
 * index of which that is not known, the first project that it has tells. Thread-safe.
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
   * A client of an index.
   *
   * @param speaksJson whether it is known to speak PyPI's JSON API
   */
  public IndexClient(Upstream upstream, Index index, boolean speaksJson) {
    json = new PypiClient(upstream, index);
    simple = new SimpleClient(upstream, index);
    if (index.isSimpleOnly()) {
      protocol = Protocol.SIMPLE;
    } else {
      protocol = speaksJson ? Protocol.JSON : Protocol.UNKNOWN;
    }
  }

  /**
   * A project's facts.
   *
   * @param version one exact release; empty: the one that people should install
   * @param etag of the document that is known already
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
                    if (!mayNotSpeakJson(fetched)) {
                      return Future.succeededFuture(learned(Protocol.JSON, fetched));
                    }
                    return simple
                        .fetch(project, version, etag)
                        .map(
                            other ->
                                mayNotSpeakJson(other) ? fetched : learned(Protocol.SIMPLE, other));
                  });
    };
  }

  /** Whether this is what an index says that does not know the address. */
  private static boolean mayNotSpeakJson(Fetched<Project> fetched) {
    return fetched instanceof Fetched.Missing<Project>
        || (fetched instanceof Fetched.Failed<Project> failed
            && failed.trouble() == Fetched.Trouble.INVALID);
  }

  private Fetched<Project> learned(Protocol spoken, Fetched<Project> fetched) {
    if (fetched instanceof Fetched.Document<Project>) {
      protocol = spoken;
    }
    return fetched;
  }
}
