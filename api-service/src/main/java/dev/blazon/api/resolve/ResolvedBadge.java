package dev.blazon.api.resolve;

import dev.blazon.api.dialect.BadgeRequest;
import dev.blazon.api.shield.Content;
import dev.blazon.badge.Badge;

/**
 * A badge that has its words and waits to be painted.
 *
 * @param request what was asked for
 * @param badge what is to be painted
 * @param isError whether it tells of a failure
 * @param outcome how the words came about
 * @param generic whether the picture is worth keeping for others
 */
public record ResolvedBadge(
    BadgeRequest request, Badge badge, boolean isError, Outcome outcome, boolean generic) {

  /** The reader's wishes over what is to be told. */
  static ResolvedBadge of(BadgeRequest request, Content content, Outcome outcome) {
    return new ResolvedBadge(
        request,
        request.overrides().badge(content),
        content.isError(),
        outcome,
        request.subject().isGeneric(content) && !content.isError());
  }

  /** The same words, but nobody could paint them. */
  public ResolvedBadge unpainted() {
    return with(Outcome.UNPAINTED);
  }

  /** The same words, painted without their logo for want of time. */
  public ResolvedBadge hurried() {
    return outcome.isLasting() ? with(Outcome.HURRIED) : this;
  }

  private ResolvedBadge with(Outcome other) {
    return new ResolvedBadge(request, badge, isError, other, generic);
  }
}
