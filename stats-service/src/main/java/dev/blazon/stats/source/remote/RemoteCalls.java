package dev.blazon.stats.source.remote;

import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.RateLimit;
import dev.blazon.upstream.ResponseHead;
import dev.blazon.upstream.Upstream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Sends requests to one upstream within its rate limit, and waits for the answers. The calling
 * thread blocks, so it must not be an event loop. Thread-safe.
 */
public final class RemoteCalls {

  /** The HTTP client ends an exchange by itself; this much later we stop waiting for that. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final String name;
  private final Upstream upstream;
  private final RateLimit limit;

  /**
   * Creates calls to an upstream.
   *
   * @param name the upstream's name in messages, as in {@code clickhouse}
   * @param limit shared by all calls to this upstream
   */
  public RemoteCalls(String name, Upstream upstream, RateLimit limit) {
    this.name = name;
    this.upstream = upstream;
    this.limit = limit;
  }

  /** The upstream's name in messages. */
  public String name() {
    return name;
  }

  /**
   * Sends a request, after waiting for its turn, and reads the answer whatever its status is.
   *
   * @param readers creates a reader for an answer; empty: only the end of its text is kept
   * @throws SourceException if no whole answer arrived before the deadline, or a redirect did,
   *     which is not followed
   */
  public <T> RemoteAnswer<T> send(
      Upstream.Call call,
      Deadline deadline,
      Function<ResponseHead, Optional<DocumentReader<T>>> readers)
      throws SourceException, InterruptedException {
    awaitTurn(deadline);
    Duration left = deadline.left();
    Future<Fetched<RemoteAnswer<T>>> exchange =
        upstream
            .<RemoteAnswer<T>>exchange(
                call,
                left,
                head ->
                    isRedirect(head)
                        ? Optional.empty()
                        : Optional.of(new AnswerReader<>(head, readers.apply(head))))
            .toCompletionStage()
            .toCompletableFuture();
    try {
      return usable(exchange.get(left.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the futures of an upstream never fail", e);
    } catch (TimeoutException e) {
      throw new SourceException(Kind.UNAVAILABLE, name + " did not answer in time", e);
    }
  }

  private void awaitTurn(Deadline deadline) throws SourceException, InterruptedException {
    Optional<Duration> wait = limit.reserve(deadline.left());
    if (wait.isEmpty()) {
      throw new SourceException(
          Kind.UNAVAILABLE, "the limit of requests to " + name + " leaves no turn in time");
    }
    TimeUnit.NANOSECONDS.sleep(wait.get().toNanos());
  }

  private <T> RemoteAnswer<T> usable(Fetched<RemoteAnswer<T>> fetched) throws SourceException {
    if (fetched instanceof Fetched.Document<RemoteAnswer<T>> document) {
      return document.value();
    }
    if (fetched instanceof Fetched.Redirected<RemoteAnswer<T>> redirected) {
      throw new SourceException(
          Kind.MALFORMED,
          name
              + " redirects to "
              + Excerpt.quoted(redirected.target().toString())
              + ", which is not followed");
    }
    if (fetched instanceof Fetched.Failed<RemoteAnswer<T>> failed) {
      throw new SourceException(
          switch (failed.trouble()) {
            case INVALID -> Kind.MALFORMED;
            case REFUSED -> Kind.DENIED;
            default -> Kind.UNAVAILABLE;
          },
          name + " " + describe(failed.trouble()));
    }
    throw new SourceException(Kind.MALFORMED, name + " sent an answer without content");
  }

  private static String describe(Fetched.Trouble trouble) {
    return switch (trouble) {
      case UNREACHABLE -> "is not reachable, or closed the connection within its answer";
      case SLOW -> "did not answer in time";
      case BUSY -> "has too many of our requests waiting";
      case RATE_LIMITED -> "asked for a pause";
      case REFUSED -> "refused: the token is wrong or lacks rights";
      case INVALID, COMING, NOT_CONFIGURED, FORBIDDEN ->
          "sent an answer that is too long or not readable";
    };
  }

  private static boolean isRedirect(ResponseHead head) {
    return head.status() >= 300 && head.status() < 400;
  }
}
