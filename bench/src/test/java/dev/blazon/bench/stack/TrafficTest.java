package dev.blazon.bench.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.bench.load.LoadRequest;
import dev.blazon.corpus.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrafficTest {

  private static final int MANY = 110_000;
  private static final Shares SHARES = realShares();

  /** As many projects as the real list has. */
  private static final List<String> MADE_UP =
      IntStream.rangeClosed(1, 15_000).mapToObj(number -> "project-" + number).toList();

  @Test
  void sends_ten_repeated_urls_and_then_a_new_one() {
    Traffic traffic = new Traffic(SHARES, MADE_UP, 1);
    Set<String> seen = new HashSet<>();
    int unseen = 0;
    for (int i = 0; i < MANY; i++) {
      LoadRequest request = traffic.get();
      boolean first = seen.add(request.path());
      assertEquals(first, request.group().equals(Traffic.NEW), request::path);
      unseen += first ? 1 : 0;
    }

    assertEquals(MANY / 11, unseen, 1);
  }

  @Test
  void is_the_same_for_the_same_seed_and_another_for_another() {
    assertEquals(first(7), first(7));
    assertFalse(first(7).equals(first(8)));
  }

  @Test
  void requests_projects_more_often_the_higher_they_are_on_the_list() {
    Map<String, Integer> counts = new HashMap<>();
    Pattern project = Pattern.compile("project-+(\\d+)");
    for (LoadRequest request : take(new Traffic(SHARES, MADE_UP, 2), MANY)) {
      Matcher name = project.matcher(request.path());
      assertTrue(name.find(), request::path);
      counts.merge(name.group(1), 1, Integer::sum);
    }

    // By Zipf's law over 15,000 projects the first has 10 % of all requests, ten times as many as
    // the
    // tenth. Repeated requests are drawn among known URLs, which favours the first further.
    int first = counts.get("1");
    double tenth = counts.get("10");
    assertTrue(first > MANY * 0.09 && first < MANY * 0.2, "" + first);
    assertEquals(10, first / tenth, 3);
    assertTrue(counts.size() > 1_000, "" + counts.size());
  }

  @Test
  void requests_routes_as_often_as_readmes_use_them() {
    List<LoadRequest> requests = take(new Traffic(SHARES, MADE_UP, 3), MANY);

    // A third of the badges that Blazon serves are static; a fifth are shields.io's version badge.
    assertEquals(0.36, share(requests, "/badge/"), 0.05);
    assertEquals(0.18, share(requests, "/pypi/v/"), 0.04);
    assertEquals(0.10, share(requests, "/py/"), 0.03);
    assertEquals(0.07, share(requests, "", ".png"), 0.03);
    assertTrue(share(requests, "/pypi/v/", "style=flat-square") > 0);
  }

  @Test
  void never_runs_out_of_new_urls() {
    Traffic traffic = new Traffic(SHARES, List.of("only-one"), 4);

    List<LoadRequest> requests = take(traffic, MANY);

    List<LoadRequest> unseen =
        requests.stream().filter(one -> one.group().equals(Traffic.NEW)).toList();
    assertEquals(MANY / 11, unseen.size(), 1);
    assertEquals(unseen.size(), Set.copyOf(unseen).size());
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void every_route_is_valid_in_a_request_line(Route route) {
    String path = route.path("zope.interface_x-y");

    assertTrue(path.matches("/[!-~]+"), path);
  }

  @Test
  void reads_the_table(@TempDir Path folder) throws IOException {
    Path table = folder.resolve("table.txt");
    Files.writeString(
        table,
        """
        rows 22071 Counter({'wild': 14494})
        3335\t32.0%\tdocs=1316\t(other services)
        900\t18.2%\tdocs=860\tshields:static(badge/)
        90\t9.0%\tdocs=868\tshields:pypi/v
        10\t7.4%\tdocs=771\tshields:pypi/(bad)
        ext Counter({'svg': 28, '(none)': 26, 'png': 5})
        style [('flat-square', 229)] none 5244
        style pypi [('flat-square', 7), ('plastic', 2), ('round', 2)]
        params [('color', 1154)]
        params pypi [('color', 40), ('style', 8), ('logo', 10)]
        """);

    Shares shares = Shares.read(table);

    assertEquals(900, shares.routes().get(Route.STATIC));
    assertEquals(0, shares.routes().get(Route.FURY));
    assertEquals(Map.of(".svg", 28, "", 26, ".png", 5), shares.extensions());
    assertEquals(Map.of("flat-square", 7, "plastic", 2, "", 91), shares.styles());
    assertEquals(0.4, shares.parameter("color"), 1e-9);
    assertEquals(0, shares.parameter("scale"), 1e-9);
  }

  @Test
  void refuses_a_table_of_another_kind(@TempDir Path folder) throws IOException {
    Path table = Files.writeString(folder.resolve("table.txt"), "1,2,3\n");

    assertThrows(IllegalArgumentException.class, () -> Shares.read(table));
  }

  @Test
  void the_table_of_the_corpus_has_a_count_for_each_route() {
    assertEquals(Route.values().length, SHARES.routes().size());
    assertTrue(SHARES.routes().values().stream().allMatch(count -> count > 0), SHARES::toString);
    assertEquals(5262, SHARES.routes().values().stream().mapToInt(Integer::intValue).sum());
    assertEquals(1895, SHARES.routes().get(Route.STATIC));
    assertEquals(943, SHARES.routes().get(Route.VERSION));
    assertEquals(43, SHARES.routes().get(Route.PERSONALIZED));
    assertEquals(6, SHARES.routes().get(Route.FORMAT));
    assertEquals(Map.of(".svg", 2795, "", 2605, ".png", 529), SHARES.extensions());
    assertEquals(
        Map.of("flat-square", 79, "flat", 47, "for-the-badge", 39, "plastic", 10, "", 2081),
        SHARES.styles());
    assertEquals(619 / 2256.0, SHARES.parameter("color"), 1e-9);
    assertEquals(123 / 2256.0, SHARES.parameter("logo"), 1e-9);
    assertEquals(105 / 2256.0, SHARES.parameter("label"), 1e-9);
    assertEquals(71 / 2256.0, SHARES.parameter("logoColor"), 1e-9);
  }

  @Test
  void requests_the_most_downloaded_projects() throws IOException {
    List<LoadRequest> requests = take(Traffic.real(5), 2_000);

    assertEquals(requests, take(Traffic.real(5), 2_000));
    assertTrue(share(requests, "", "boto3") > 0.05);
  }

  private static Shares realShares() {
    try {
      return Shares.read(Corpus.file("badge-tables-pypi-readmes.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<LoadRequest> first(long seed) {
    return take(new Traffic(SHARES, MADE_UP, seed), 500);
  }

  private static List<LoadRequest> take(Traffic traffic, int count) {
    return java.util.stream.Stream.generate(traffic).limit(count).toList();
  }

  private static double share(List<LoadRequest> requests, String start) {
    return share(requests, start, "");
  }

  private static double share(List<LoadRequest> requests, String start, String within) {
    return requests.stream()
            .filter(one -> one.path().startsWith(start) && one.path().contains(within))
            .count()
        / (double) requests.size();
  }
}
