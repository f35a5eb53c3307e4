package dev.blazon.stats.testing;

import dev.blazon.count.Day;
import dev.blazon.stats.source.Mirrors;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A stand-in for ClickHouse's public service with PyPI's downloads: a real HTTP server that answers
 * our queries from rows in memory, in ClickHouse's format, and can be made to misbehave. It
 * recognises a query by the table it reads.
 */
public final class ClickPyStandIn implements AutoCloseable {

  public static final String SETTINGS = "system.settings";
  public static final String DAYS = "FROM pypi_downloads_per_day\n";
  public static final String SIZES = "count() AS items";
  public static final String VERSIONS = "groupArray(installer)";
  public static final String PYTHONS = "by_version_by_python";
  public static final String SYSTEMS = "by_version_by_system";
  public static final String COUNTRIES = "by_type_by_country";

  /** A received query, with the values of its parameters. */
  public record Query(String sql, Map<String, String> parameters, Map<String, String> headers) {}

  private final HttpServer server;
  private final List<Download> rows = new CopyOnWriteArrayList<>();
  private final List<Download> ofOthers = new CopyOnWriteArrayList<>();
  private final List<Query> queries = new CopyOnWriteArrayList<>();
  private final Map<String, String> settings = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<HttpServerRequest, String>> faults =
      new ConcurrentHashMap<>();

  private ClickPyStandIn(Vertx vertx) {
    settings.put("max_result_rows", "10000");
    settings.put("max_rows_to_read", "1000000000");
    settings.put("max_bytes_to_read", "50000000000");
    settings.put("max_execution_time", "60");
    server = await(vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
  }

  /** Starts an empty server on a free port. */
  public static ClickPyStandIn start(Vertx vertx) {
    return new ClickPyStandIn(vertx);
  }

  /** Its address, for {@code BLAZON_CLICKHOUSE_URL}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  public ClickPyStandIn add(List<Download> downloads) {
    rows.addAll(downloads);
    return this;
  }

  /** Gives every project that has no rows of its own such downloads, as benchmarks need them. */
  public ClickPyStandIn addForOthers(List<Download> downloads) {
    ofOthers.addAll(downloads);
    return this;
  }

  /** Loads days: on each of them, a project that everybody uses has downloads. */
  public ClickPyStandIn loaded(Day first, Day last) {
    for (Day day = first; !day.isAfter(last); day = day.plus(1)) {
      rows.add(Download.of(day, "requests", "2.32.0", "pip", 1_000));
    }
    return this;
  }

  /** Removes all rows of a day. */
  public ClickPyStandIn unload(Day day) {
    rows.removeIf(row -> row.day().equals(day));
    return this;
  }

  public ClickPyStandIn set(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  /** Changes the body of the answers to one kind of queries. */
  public ClickPyStandIn garble(String kind, UnaryOperator<String> change) {
    return answer(kind, (request, body) -> json(request).end(change.apply(body)));
  }

  /** Lets this code answer one kind of queries; it gets the right body, too. */
  public ClickPyStandIn answer(String kind, BiConsumer<HttpServerRequest, String> fault) {
    faults.put(kind, fault);
    return this;
  }

  /** Answers rightly again. */
  public ClickPyStandIn recover() {
    faults.clear();
    return this;
  }

  /** The received queries of a kind, in order. */
  public List<Query> queries(String kind) {
    return queries.stream().filter(query -> query.sql().contains(kind)).toList();
  }

  public List<Query> queries() {
    return List.copyOf(queries);
  }

  @Override
  public void close() {
    await(server.close());
  }

  /** A response with the type of ClickHouse's JSON formats. */
  public static HttpServerResponse json(HttpServerRequest request) {
    return request.response().putHeader("Content-Type", "application/json; charset=UTF-8");
  }

  private void handle(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              Query query = query(request, body);
              queries.add(query);
              String answer = answer(query);
              faults.entrySet().stream()
                  .filter(fault -> query.sql().contains(fault.getKey()))
                  .findAny()
                  .map(Map.Entry::getValue)
                  .orElse((asked, right) -> json(asked).end(right))
                  .accept(request, answer);
            });
  }

  private static Query query(HttpServerRequest request, Buffer body) {
    Map<String, String> parameters = new HashMap<>();
    request.params().forEach(entry -> parameters.put(entry.getKey(), entry.getValue()));
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach(entry -> headers.put(entry.getKey(), entry.getValue()));
    return new Query(body.toString(), parameters, headers);
  }

  private String answer(Query query) {
    String sql = query.sql();
    if (sql.contains(SETTINGS)) {
      List<JsonArray> lines = new ArrayList<>();
      settings.forEach((name, value) -> lines.add(JsonArray.of(name, value)));
      return result(lines, lines.size());
    }
    List<Download> read =
        projects(query.parameters())
            .flatMap(this::rows)
            .filter(row -> isAsked(row.day(), query.parameters()))
            .toList();
    if (sql.contains(DAYS)) {
      SortedMap<String, Long> days = new TreeMap<>();
      read.forEach(row -> days.merge(row.day().toString(), row.count(), Long::sum));
      return result(List.of(JsonArray.of(texts(days.keySet()), texts(days.values()))), read.size());
    }
    if (sql.contains(SIZES)) {
      return result(sizes(read), read.size());
    }
    if (sql.contains(COUNTRIES)) {
      return result(countries(read), read.size());
    }
    if (sql.contains(PYTHONS)) {
      return result(lists(read, row -> List.of(row.python())), read.size());
    }
    if (sql.contains(SYSTEMS)) {
      return result(lists(read, row -> List.of(row.system())), read.size());
    }
    return result(lists(read, row -> List.of(row.version(), row.installer())), read.size());
  }

  private static Stream<String> projects(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("param_project"))
        .map(Map.Entry::getValue);
  }

  private Stream<Download> rows(String project) {
    List<Download> own = rows.stream().filter(row -> row.project().equals(project)).toList();
    return own.isEmpty() ? ofOthers.stream().map(row -> row.of(project)) : own.stream();
  }

  private static boolean isAsked(Day asked, Map<String, String> parameters) {
    String day = asked.toString();
    return day.compareTo(parameters.get("param_from")) >= 0
        && day.compareTo(parameters.get("param_to")) <= 0;
  }

  private static List<JsonArray> sizes(List<Download> read) {
    SortedMap<String, SortedMap<String, Long>> sizes = new TreeMap<>();
    read.forEach(
        row ->
            sizes
                .computeIfAbsent(row.project(), project -> new TreeMap<>())
                .merge(row.day().toString(), 1L, Long::sum));
    List<JsonArray> lines = new ArrayList<>();
    sizes.forEach(
        (project, days) ->
            lines.add(JsonArray.of(project, texts(days.keySet()), texts(days.values()))));
    return lines;
  }

  private static List<JsonArray> lists(
      List<Download> read, Function<Download, List<String>> columns) {
    SortedMap<String, Map<List<String>, Long>> days = new TreeMap<>();
    read.forEach(
        row ->
            days.computeIfAbsent(row.project() + " " + row.day(), key -> new HashMap<>())
                .merge(columns.apply(row), row.count(), Long::sum));
    List<JsonArray> lines = new ArrayList<>();
    days.forEach(
        (key, sums) -> {
          JsonArray line = JsonArray.of((Object[]) key.split(" "));
          int width = sums.keySet().iterator().next().size();
          for (int i = 0; i < width; i++) {
            int column = i;
            line.add(texts(sums.keySet().stream().map(names -> names.get(column)).toList()));
          }
          lines.add(line.add(texts(sums.values())));
        });
    return lines;
  }

  private static List<JsonArray> countries(List<Download> read) {
    List<JsonArray> all = lists(read, row -> List.of(row.country()));
    for (JsonArray line : all) {
      JsonArray mirrored = new JsonArray();
      for (Object country : line.getJsonArray(2)) {
        mirrored.add(
            Long.toString(
                read.stream()
                    .filter(row -> row.project().equals(line.getString(0)))
                    .filter(row -> row.day().toString().equals(line.getString(1)))
                    .filter(row -> row.country().equals(country))
                    .filter(row -> Mirrors.contain(row.installer()))
                    .mapToLong(Download::count)
                    .sum()));
      }
      line.add(mirrored);
    }
    return all;
  }

  /**
   * As ClickHouse 26 writes it; the file {@code clickhouse-top-pypi…} of the corpus is its model.
   */
  private static String result(List<JsonArray> lines, int rowsRead) {
    return new JsonObject()
        .put("meta", new JsonArray())
        .put("data", new JsonArray(lines))
        .put("rows", lines.size())
        .put(
            "statistics",
            new JsonObject()
                .put("elapsed", 0.01)
                .put("rows_read", rowsRead)
                .put("bytes_read", 100L * rowsRead))
        .encode();
  }

  private static JsonArray texts(Iterable<?> values) {
    JsonArray texts = new JsonArray();
    values.forEach(value -> texts.add(value.toString()));
    return texts;
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the stand-in did not start or stop", e);
    }
  }
}
