package dev.blazon.api.resolve;

import dev.blazon.api.dialect.BadgeRequest;
import dev.blazon.api.dialect.EndpointWording;
import dev.blazon.api.dialect.FailureWording;
import dev.blazon.api.dialect.Subject;
import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.lookup.Answer;
import dev.blazon.api.lookup.Answer.Reason;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.shield.Content;
import io.vertx.core.Future;
import java.util.function.Function;

/**
 * Steps 3 to 5 of a request's way: the facts are looked up, the shield finds words for them, or the
 * dialect for why they cannot be had, and the reader's wishes are laid over. Thread-safe.
 */
public final class BadgeResolver {

  private final Lookups lookups;

  public BadgeResolver(Lookups lookups) {
    this.lookups = lookups;
  }

  /** The words, once the facts are known, or known not to be had. */
  public Future<ResolvedBadge> tell(BadgeRequest request) {
    Subject subject = request.subject();
    if (subject instanceof Subject.OfProject asked) {
      return lookups
          .project(asked.project(), asked.index(), asked.version())
          .map(answer -> told(request, answer, project -> words(request, asked, project)));
    }
    if (subject instanceof Subject.OfDownloads asked) {
      return lookups
          .downloads(asked.project())
          .map(answer -> told(request, answer, n -> asked.shield().content(n, request.wording())));
    }
    if (subject instanceof Subject.OfTotalDownloads asked) {
      return lookups
          .totalDownloads(asked.project())
          .map(answer -> told(request, answer, n -> asked.shield().content(n, request.wording())));
    }
    if (subject instanceof Subject.OfEndpoint asked) {
      return lookups.endpoint(asked.url()).map(answer -> retold(request, answer));
    }
    Content content = ((Subject.OfUrl) subject).content();
    Outcome outcome = content.isError() ? Outcome.MISSING : Outcome.STATIC;
    return Future.succeededFuture(ResolvedBadge.of(request, content, outcome));
  }

  /** What is said when the facts do not come in time. */
  public ResolvedBadge late(BadgeRequest request) {
    return failed(request, Reason.SLOW);
  }

  private static Content words(BadgeRequest request, Subject.OfProject asked, Project project) {
    Project shown = asked.prereleases() ? project.withPrereleases() : project;
    return asked.shield().content(shown, request.wording());
  }

  private static <T> ResolvedBadge told(
      BadgeRequest request, Answer<T> answer, Function<T, Content> words) {
    return answer instanceof Answer.Known<T> known
        ? ResolvedBadge.of(request, words.apply(known.value()), outcome(known))
        : untold(request, answer);
  }

  /** An endpoint document may say how its badge looks, not only what it says. */
  private static ResolvedBadge retold(BadgeRequest request, Answer<EndpointDocument> answer) {
    if (answer instanceof Answer.Known<EndpointDocument> known) {
      BadgeRequest worded = EndpointWording.inWordsOf(known.value(), request);
      return ResolvedBadge.of(worded, ((Subject.OfUrl) worded.subject()).content(), outcome(known));
    }
    return untold(request, answer);
  }

  private static Outcome outcome(Answer.Known<?> known) {
    return known.stale() ? Outcome.STALE : Outcome.FACT;
  }

  private static <T> ResolvedBadge untold(BadgeRequest request, Answer<T> answer) {
    return answer instanceof Answer.Failed<T> failed
        ? failed(request, failed.reason())
        : ResolvedBadge.of(request, FailureWording.missing(request), Outcome.MISSING);
  }

  private static ResolvedBadge failed(BadgeRequest request, Reason reason) {
    return ResolvedBadge.of(request, FailureWording.failed(request, reason), Outcome.of(reason));
  }
}
