package dev.blazon.api.web.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The names of all named logos, to be searched as somebody types. Thread-safe. */
final class LogoSearch {

  private static final int SHOWN = 24;

  private final Supplier<List<String>> slugs;

  /**
   * @param slugs is asked when a name is looked for, so that a service nobody builds badges with
   *     need not have them in memory
   */
  LogoSearch(Supplier<List<String>> slugs) {
    this.slugs = slugs;
  }

  /** The first few that start with the text, then those that have it inside; none for no text. */
  List<String> like(String text) {
    String wanted = text.toLowerCase(Locale.ROOT).replace(" ", "");
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<String> all = slugs.get();
    Stream<String> starting = all.stream().filter(slug -> slug.startsWith(wanted));
    Stream<String> containing =
        all.stream().filter(slug -> slug.indexOf(wanted) > 0 && !slug.startsWith(wanted));
    return Stream.concat(starting, containing).limit(SHOWN).toList();
  }
}
