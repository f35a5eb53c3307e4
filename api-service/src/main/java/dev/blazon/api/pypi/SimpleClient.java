package dev.blazon.api.pypi;

import dev.blazon.project.ProjectName;
import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.Upstream;
import io.vertx.core.Future;
import java.net.URI;
import java.util.Optional;

/**
 * Fetches projects from one index by the simple API, in JSON if the index supports it, else HTML.
 */
final class SimpleClient {

  private static final String ACCEPT =
      "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2,"
          + " text/html;q=0.1";

  private final Upstream upstream;
  private final Index index;

  SimpleClient(Upstream upstream, Index index) {
    this.upstream = upstream;
    this.index = index;
  }

  Future<Fetched<Project>> fetch(
      ProjectName project, Optional<String> version, Optional<String> etag) {
    URI uri = URI.create(index.simple() + "/" + project.normalized() + "/");
    return upstream
        .<SimplePage>fetch(
            new Upstream.Call(uri, index.headers(ACCEPT), etag),
            type ->
                type.contains("json")
                    ? new SimpleJsonReader(project)
                    : new SimpleHtmlReader(project))
        .map(fetched -> project(fetched, version));
  }

  private static Fetched<Project> project(Fetched<SimplePage> fetched, Optional<String> version) {
    if (fetched instanceof Fetched.Document<SimplePage> document) {
      SimplePage page = document.value();
      Optional<Project> project = page.project();
      if (project.isEmpty()) {
        return Fetched.failed(Fetched.Trouble.INVALID); // Some other page, not a list of files.
      }
      return version
          .map(page::project)
          .orElse(project)
          .<Fetched<Project>>map(found -> new Fetched.Document<>(found, document.etag()))
          .orElseGet(Fetched.Missing::new);
    }
    if (fetched instanceof Fetched.NotModified<SimplePage>) {
      return new Fetched.NotModified<>();
    }
    if (fetched instanceof Fetched.Missing<SimplePage>) {
      return new Fetched.Missing<>();
    }
    return Fetched.failed(
        fetched instanceof Fetched.Failed<SimplePage> failed
            ? failed.trouble()
            : Fetched.Trouble.INVALID);
  }
}
