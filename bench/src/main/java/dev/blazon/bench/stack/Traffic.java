package dev.blazon.bench.stack;

import dev.blazon.bench.load.LoadRequest;
import dev.blazon.corpus.Corpus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Generates realistic requests to a badge service: routes, styles and parameters as often as
 * READMEs use them, projects by Zipf's law, and one new URL after every ten repeated ones. The same
 * seed generates the same requests. Not thread-safe.
 */
final class Traffic implements Supplier<LoadRequest> {

  /** The group of URLs that were requested before. */
  static final String REPEATED = "repeated";

  /** The group of URLs that were not requested before; their project may be known. */
  static final String NEW = "new";

  private static final int REPEATED_TO_NEW = 10;

  /** The most random draws before a simpler choice is made. */
  private static final int DRAWS = 100;

  private static final String TABLE = "badge-tables-pypi-readmes.txt";
  private static final String LIST = "downloads/top-pypi-packages-2026-04.min.json";

  private final Random random;
  private final Shares shares;
  private final Weighted<Route> routes;
  private final Weighted<String> extensions;
  private final Weighted<String> styles;
  private final Weighted<String> projects;
  private final Set<String> seen = new HashSet<>();
  private final Map<Route, Map<String, List<String>>> seenByProject = new EnumMap<>(Route.class);
  private long number;

  Traffic(Shares shares, List<String> projects, long seed) {
    this.random = new Random(seed);
    this.shares = shares;
    this.routes = shares.weightedRoutes();
    this.extensions = shares.weightedExtensions();
    this.styles = shares.weightedStyles();
    this.projects = Weighted.zipf(projects);
  }

  /** Traffic from the corpus: the shares of real READMEs, for the most downloaded projects. */
  static Traffic real(long seed) throws IOException {
    return new Traffic(Shares.read(Corpus.file(TABLE)), Projects.read(Corpus.file(LIST)), seed);
  }

  @Override
  public LoadRequest get() {
    boolean isNew = seen.isEmpty() || ++number % (REPEATED_TO_NEW + 1) == 0;
    return isNew ? new LoadRequest(NEW, unseen()) : new LoadRequest(REPEATED, known());
  }

  /**
   * Picks a URL that was requested before. The route is picked first, so that a route with few
   * different URLs does not come too often.
   */
  private String known() {
    while (true) {
      Map<String, List<String>> ofRoute = seenByProject.getOrDefault(routes.pick(random), Map.of());
      for (int i = 0; i < DRAWS && !ofRoute.isEmpty(); i++) {
        List<String> paths = ofRoute.get(projects.pick(random));
        if (paths != null) {
          return paths.get(random.nextInt(paths.size()));
        }
      }
    }
  }

  private String unseen() {
    for (int i = 0; i < DRAWS; i++) {
      Route route = routes.pick(random);
      String project = projects.pick(random);
      String path = path(route, project);
      if (seen.add(path)) {
        seenByProject
            .computeIfAbsent(route, first -> new HashMap<>())
            .computeIfAbsent(project, first -> new ArrayList<>())
            .add(path);
        return path;
      }
    }
    String path = path(routes.pick(random), "unheard-of-" + seen.size());
    seen.add(path);
    return path;
  }

  private String path(Route route, String project) {
    String path = route.path(project);
    return switch (route.options()) {
      case SHIELDS -> path + extensions.pick(random) + options();
      case PYPIP_IN -> path + (random.nextBoolean() ? ".svg" : ".png");
      case SVG -> path + ".svg";
      case BARE -> path;
    };
  }

  private String options() {
    StringBuilder query = new StringBuilder();
    String style = styles.pick(random);
    if (!style.isEmpty()) {
      query.append("&style=").append(style);
    }
    boolean logo = random.nextDouble() < shares.parameter("logo");
    parameter(query, "color", "blue");
    parameter(query, "label", "PyPI");
    if (logo) {
      query.append("&logo=").append(random.nextBoolean() ? "pypi" : "python");
      if (random.nextDouble() < shares.parameter("logoColor") / shares.parameter("logo")) {
        query.append("&logoColor=white");
      }
    }
    return query.isEmpty() ? "" : "?" + query.substring(1);
  }

  private void parameter(StringBuilder query, String name, String value) {
    if (random.nextDouble() < shares.parameter(name)) {
      query.append('&').append(name).append('=').append(value);
    }
  }
}
