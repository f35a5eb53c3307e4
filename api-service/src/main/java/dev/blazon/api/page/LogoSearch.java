package dev.blazon.api.page;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Searches the names of all named logos while a user types. Thread-safe. */
final class LogoSearch {

  private static final int SHOWN = 24;

  private final Supplier<Future<List<String>>> source;
  private final AtomicReference<List<String>> known = new AtomicReference<>(List.of());

  /**
   * @param source supplies all names, sorted; called at the first search, because reading them
   *     takes time and memory
   */
  LogoSearch(Supplier<Future<List<String>>> source) {
    this.source = source;
  }

  /**
   * The first few names that start with the text, then those that contain it; none if the text is
   * empty.
   */
  Future<List<String>> like(String text) {
    String query = text.toLowerCase(Locale.ROOT).replace(" ", "");
    return query.isEmpty()
        ? Future.succeededFuture(List.of())
        : all().map(names -> like(query, names));
  }

  private Future<List<String>> all() {
    List<String> names = known.get();
    return names.isEmpty() ? source.get().onSuccess(known::set) : Future.succeededFuture(names);
  }

  private static List<String> like(String query, List<String> names) {
    Stream<String> starting = names.stream().filter(name -> name.startsWith(query));
    Stream<String> containing = names.stream().filter(name -> name.indexOf(query) > 0);
    return Stream.concat(starting, containing).distinct().limit(SHOWN).toList();
  }
}
