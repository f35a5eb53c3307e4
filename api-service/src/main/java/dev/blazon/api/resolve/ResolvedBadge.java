package dev.blazon.api.resolve;

import dev.blazon.api.dialect.BadgeRequest;
import dev.blazon.api.shield.Content;
import dev.blazon.badge.Badge;

/**
 * A badge with its final words, ready to be painted.
 *
 * @param request the request, as its dialect read it
 * @param badge the badge to paint
 * @param isError whether the badge reports a failure
 * @param outcome where the words come from
 * @param generic whether the picture depends on no project, so that it is worth caching on disk
 */
public record ResolvedBadge(
    BadgeRequest request, Badge badge, boolean isError, Outcome outcome, boolean generic) {

  /** Applies the overrides of the URL to the content. */
  static ResolvedBadge of(BadgeRequest request, Content content, Outcome outcome) {
    return new ResolvedBadge(
        request,
        request.overrides().badge(content),
        content.isError(),
        outcome,
        request.subject().isGeneric(content) && !content.isError());
  }

  /** The same badge, which no imaging service could paint. */
  public ResolvedBadge unpainted() {
    return with(Outcome.UNPAINTED);
  }

  /** The same badge, painted without its logo because there was no time to load it. */
  public ResolvedBadge hurried() {
    return outcome.isLasting() ? with(Outcome.HURRIED) : this;
  }

  private ResolvedBadge with(Outcome other) {
    return new ResolvedBadge(request, badge, isError, other, generic);
  }
}
