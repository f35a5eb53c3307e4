package dev.blazon.api.page;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The names of all named logos, to be searched as somebody types. Thread-safe. */
final class LogoSearch {

  private static final int SHOWN = 24;

  private final Supplier<Future<List<String>>> source;
  private final AtomicReference<List<String>> known = new AtomicReference<>(List.of());

  /**
   * @param source gives all names, sorted; asked when a logo is first looked for, because reading
   *     them takes time and memory
   */
  LogoSearch(Supplier<Future<List<String>>> source) {
    this.source = source;
  }

  /** The first few that start with the text, then those that have it inside; none for no text. */
  Future<List<String>> like(String text) {
    String wanted = text.toLowerCase(Locale.ROOT).replace(" ", "");
    return wanted.isEmpty()
        ? Future.succeededFuture(List.of())
        : all().map(names -> like(wanted, names));
  }

  private Future<List<String>> all() {
    List<String> names = known.get();
    return names.isEmpty() ? source.get().onSuccess(known::set) : Future.succeededFuture(names);
  }

  private static List<String> like(String wanted, List<String> names) {
    Stream<String> starting = names.stream().filter(name -> name.startsWith(wanted));
    Stream<String> containing = names.stream().filter(name -> name.indexOf(wanted) > 0);
    return Stream.concat(starting, containing).distinct().limit(SHOWN).toList();
  }
}
