package dev.blazon.api.shield;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Parses SPDX licence expressions (SPDX 2.3, annex D) to find their licence family. With {@code
 * AND} all licences apply, so the most restrictive counts; with {@code OR} the user may choose, so
 * the least restrictive counts. An exception ({@code WITH}) and "or later" ({@code +}) do not
 * change the family.
 */
final class SpdxExpression {

  /**
   * Real expressions do not nest deeper; the limit keeps a hostile one from exhausting the stack.
   */
  private static final int MAX_DEPTH = 32;

  private static final String END = "";

  private final List<String> tokens;
  private int at;

  private SpdxExpression(List<String> tokens) {
    this.tokens = tokens;
  }

  /** The family of the whole expression, or empty if the text is not a valid one. */
  static Optional<LicenseFamily> family(String text) {
    SpdxExpression expression = new SpdxExpression(tokens(text));
    Optional<LicenseFamily> family = expression.anyOf(0);
    return expression.peek().equals(END) ? family : Optional.empty();
  }

  private Optional<LicenseFamily> anyOf(int depth) {
    Optional<LicenseFamily> family = allOf(depth);
    while (family.isPresent() && accept("OR")) {
      LicenseFamily left = family.get();
      family = allOf(depth).map(right -> left.compareTo(right) <= 0 ? left : right);
    }
    return family;
  }

  private Optional<LicenseFamily> allOf(int depth) {
    Optional<LicenseFamily> family = one(depth);
    while (family.isPresent() && accept("AND")) {
      LicenseFamily left = family.get();
      family = one(depth).map(right -> left.compareTo(right) >= 0 ? left : right);
    }
    return family;
  }

  private Optional<LicenseFamily> one(int depth) {
    if (accept("(")) {
      if (depth >= MAX_DEPTH) {
        return Optional.empty();
      }
      Optional<LicenseFamily> inner = anyOf(depth + 1);
      return accept(")") ? inner : Optional.empty();
    }
    String id = peek();
    if (id.equals(END) || id.equals(")") || isOperator(id)) {
      return Optional.empty();
    }
    at++;
    if (accept("WITH")) {
      at++;
    }
    String base = id.endsWith("+") ? id.substring(0, id.length() - 1) : id;
    return Optional.of(LicenseFamily.named(base).orElse(LicenseFamily.UNKNOWN));
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : END;
  }

  private boolean accept(String token) {
    if (peek().equalsIgnoreCase(token)) {
      at++;
      return true;
    }
    return false;
  }

  private static boolean isOperator(String token) {
    return switch (token.toUpperCase(Locale.ROOT)) {
      case "AND", "OR", "WITH" -> true;
      default -> false;
    };
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (String word : text.replace("(", " ( ").replace(")", " ) ").split("\\s+", -1)) {
      if (!word.isEmpty()) {
        tokens.add(word);
      }
    }
    return tokens;
  }
}
