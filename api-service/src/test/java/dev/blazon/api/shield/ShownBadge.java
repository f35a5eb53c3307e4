package dev.blazon.api.shield;

/** What a shield says, in one line: {@code label|message|color}. */
final class Told {

  private Told() {}

  static String by(ProjectShield shield, Facts facts, Wording wording) {
    return of(shield.content(facts.project(), wording));
  }

  static String of(Content content) {
    return content.label() + "|" + content.message() + "|" + content.color().name();
  }
}
