package dev.blazon.stats.source.series;

import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.source.remote.Deadline;
import dev.blazon.stats.source.remote.Excerpt;
import dev.blazon.stats.source.remote.RemoteAnswer;
import dev.blazon.stats.source.remote.RemoteCalls;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.Upstream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Gets JSON documents, which a service has or has not. Thread-safe. */
final class JsonCalls {

  private final RemoteCalls calls;
  private final Map<String, String> headers;

  JsonCalls(RemoteCalls calls, Map<String, String> headers) {
    this.calls = calls;
    this.headers = headers;
  }

  String name() {
    return calls.name();
  }

  /**
   * Gets a document.
   *
   * @return empty if the service does not know it (404)
   * @throws SourceException if neither is certain
   */
  <T> Optional<T> get(URI uri, Deadline deadline, Supplier<DocumentReader<T>> readers)
      throws SourceException, InterruptedException {
    RemoteAnswer<T> answer =
        calls.send(
            new Upstream.Call(uri, headers, Optional.empty()),
            deadline,
            head -> head.status() == 200 ? Optional.of(readers.get()) : Optional.empty());
    int status = answer.head().status();
    if (status == 404) {
      return Optional.empty();
    }
    if (status != 200) {
      throw new SourceException(
          kind(status), name() + " answered with status " + status + ": " + answer.excerpt());
    }
    if (answer.document().isEmpty()) {
      throw malformed(answer.problem());
    }
    if (!answer.head().mediaType().startsWith("application/json")) {
      throw malformed("the type is " + Excerpt.quoted(answer.head().mediaType()));
    }
    return answer.document();
  }

  SourceException malformed(String problem) {
    return new SourceException(Kind.MALFORMED, name() + " sent an unusable answer: " + problem);
  }

  private static Kind kind(int status) {
    if (status == 401 || status == 403) {
      return Kind.DENIED;
    }
    return status == 429 || status >= 500 ? Kind.UNAVAILABLE : Kind.MALFORMED;
  }
}
