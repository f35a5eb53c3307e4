package dev.blazon.api.shield;

/** The content of a badge in one line: {@code label|message|color}. */
final class ShownBadge {

  private ShownBadge() {}

  static String by(ProjectShield shield, Facts facts, Wording wording) {
    return of(shield.content(facts.project(), wording));
  }

  static String of(Content content) {
    return content.label() + "|" + content.message() + "|" + content.color().name();
  }
}
