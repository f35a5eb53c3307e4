package dev.blazon.api.web.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The names of all named logos, to be searched as somebody types. Immutable. */
final class LogoNames {

  private static final int SHOWN = 24;

  private final List<String> slugs;

  LogoNames(List<String> slugs) {
    this.slugs = List.copyOf(slugs);
  }

  /** The first few that start with the text, then those that have it inside; none for no text. */
  List<String> like(String text) {
    String wanted = text.toLowerCase(Locale.ROOT).replace(" ", "");
    if (wanted.isEmpty()) {
      return List.of();
    }
    Stream<String> starting = slugs.stream().filter(slug -> slug.startsWith(wanted));
    Stream<String> containing =
        slugs.stream().filter(slug -> slug.indexOf(wanted) > 0 && !slug.startsWith(wanted));
    return Stream.concat(starting, containing).limit(SHOWN).toList();
  }
}
