package dev.blazon.api.resolve;

import dev.blazon.api.dialect.BadgeRequest;
import dev.blazon.api.dialect.EndpointWording;
import dev.blazon.api.dialect.FailureWording;
import dev.blazon.api.dialect.Subject;
import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.lookup.Answer;
import dev.blazon.api.lookup.Answer.Reason;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.shield.Content;
import io.vertx.core.Future;

/**
 * Decides what a badge says: looks the facts up, lets the shield put them into words or the dialect
 * word the failure, and applies the overrides of the URL. Thread-safe.
 */
public final class BadgeResolver {

  private final Lookups lookups;

  public BadgeResolver(Lookups lookups) {
    this.lookups = lookups;
  }

  /**
   * Resolves a badge. When the facts do not exist or the look-up fails, the badge says so; a
   * failing upstream never fails the future.
   */
  public Future<ResolvedBadge> resolve(BadgeRequest request) {
    Subject subject = request.subject();
    if (subject instanceof Subject.Facts<?> facts) {
      return resolve(request, facts);
    }
    if (subject instanceof Subject.Document document) {
      return lookups.find(document.key()).map(answer -> ofDocument(request, answer));
    }
    Content content = ((Subject.Words) subject).content();
    Outcome outcome = content.isError() ? Outcome.MISSING : Outcome.STATIC;
    return Future.succeededFuture(ResolvedBadge.of(request, content, outcome));
  }

  /** The badge to answer with when the facts do not come in time. */
  public ResolvedBadge late(BadgeRequest request) {
    return failed(request, Reason.SLOW);
  }

  private <T> Future<ResolvedBadge> resolve(BadgeRequest request, Subject.Facts<T> facts) {
    return lookups
        .find(facts.key())
        .map(
            answer ->
                answer instanceof Answer.Known<T> known
                    ? ResolvedBadge.of(
                        request,
                        facts.shield().content(known.value(), request.wording()),
                        outcome(known))
                    : withoutFacts(request, answer));
  }

  /**
   * An endpoint document decides the look of its badge as well as its words, so it changes the
   * request.
   */
  private static ResolvedBadge ofDocument(BadgeRequest request, Answer<EndpointDocument> answer) {
    if (answer instanceof Answer.Known<EndpointDocument> known) {
      BadgeRequest worded = EndpointWording.inWordsOf(known.value(), request);
      return ResolvedBadge.of(worded, ((Subject.Words) worded.subject()).content(), outcome(known));
    }
    return withoutFacts(request, answer);
  }

  private static Outcome outcome(Answer.Known<?> known) {
    return known.stale() ? Outcome.STALE : Outcome.FACT;
  }

  private static ResolvedBadge withoutFacts(BadgeRequest request, Answer<?> answer) {
    return answer instanceof Answer.Failed<?> failure
        ? failed(request, failure.reason())
        : ResolvedBadge.of(request, FailureWording.missing(request), Outcome.MISSING);
  }

  private static ResolvedBadge failed(BadgeRequest request, Reason reason) {
    return ResolvedBadge.of(request, FailureWording.failed(request, reason), Outcome.of(reason));
  }
}
