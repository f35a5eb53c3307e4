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
 * Decides what a badge says: looks the facts up, lets the shield put them into words, or the
 * dialect say why they cannot be had, and applies the reader's overrides. Thread-safe.
 */
public final class BadgeResolver {

  private final Lookups lookups;

  public BadgeResolver(Lookups lookups) {
    this.lookups = lookups;
  }

  /**
   * The badge, once the facts are known, or known not to be had; never a failure of an upstream.
   */
  public Future<ResolvedBadge> resolve(BadgeRequest request) {
    Subject subject = request.subject();
    if (subject instanceof Subject.Facts<?> facts) {
      return resolve(request, facts);
    }
    if (subject instanceof Subject.Document document) {
      return lookups.find(document.key()).map(answer -> worded(request, answer));
    }
    Content content = ((Subject.Words) subject).content();
    Outcome outcome = content.isError() ? Outcome.MISSING : Outcome.STATIC;
    return Future.succeededFuture(ResolvedBadge.of(request, content, outcome));
  }

  /** The badge when the facts do not come in time. */
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
                    : unknown(request, answer));
  }

  /** An endpoint document may say how its badge looks, not only what it says. */
  private static ResolvedBadge worded(BadgeRequest request, Answer<EndpointDocument> answer) {
    if (answer instanceof Answer.Known<EndpointDocument> known) {
      BadgeRequest worded = EndpointWording.inWordsOf(known.value(), request);
      return ResolvedBadge.of(worded, ((Subject.Words) worded.subject()).content(), outcome(known));
    }
    return unknown(request, answer);
  }

  private static Outcome outcome(Answer.Known<?> known) {
    return known.stale() ? Outcome.STALE : Outcome.FACT;
  }

  private static ResolvedBadge unknown(BadgeRequest request, Answer<?> answer) {
    return answer instanceof Answer.Failed<?> failure
        ? failed(request, failure.reason())
        : ResolvedBadge.of(request, FailureWording.missing(request), Outcome.MISSING);
  }

  private static ResolvedBadge failed(BadgeRequest request, Reason reason) {
    return ResolvedBadge.of(request, FailureWording.failed(request, reason), Outcome.of(reason));
  }
}
