package dev.blazon.bench.stats;

import dev.blazon.bench.BareServer;
import dev.blazon.bench.Blazon;
import dev.blazon.bench.Child;
import dev.blazon.bench.Cores;
import dev.blazon.bench.Load;
import dev.blazon.bench.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Counts as readers ask for them: all of Blazon in one process, with a store that was imported, on
 * one core, the load on the other.
 */
final class CountsOverHttp {

  private static final int CONNECTIONS = 64;
  private static final int ROUNDS = 3;
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);

  /** More badges than one round can ask for. */
  private static final int BADGES_OF_A_ROUND = 100_000;

  private final Place place;
  private final Path names;
  private final Duration round;

  /**
   * What was measured.
   *
   * @param ours never seen badges, by rounds
   * @param bares the bare server's answers, by rounds
   * @param with memory after these badges
   * @param without memory after as many rounds of badges without counts, in a process without them
   */
  record NewBadges(List<Load> ours, List<Load> bares, double with, double without) {

    double share() {
      return Load.median(ours).perSecond() / Load.median(bares).perSecond();
    }

    long failed() {
      return ours.stream().mapToLong(load -> load.failed() + load.broken()).sum();
    }
  }

  /**
   * @param names a file with the names of projects that are in the store, one a line
   * @param round how long a measurement takes
   */
  CountsOverHttp(Place place, Path names, Duration round) {
    this.place = place;
    this.names = names;
    this.round = round;
  }

  /** Writes the names of all projects that a day of a made-up PyPI has. */
  static void writeNames(Path day, Path names) throws IOException {
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(day)), StandardCharsets.US_ASCII))) {
      Files.write(names, rows.lines().skip(1).map(row -> row.split(",", 3)[1]).distinct().toList());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Download badges that nobody asked for before, in turn with a bare server. */
  NewBadges newBadges(String store) throws IOException, InterruptedException {
    double without = memoryWithout();
    try (Blazon blazon = start(store)) {
      URI badge = blazon.at("/download/" + firstName() + "/badge.svg");
      URI bare = URI.create("http://127.0.0.1:" + Place.freePort());
      List<String> command =
          place.java(
              BareServer.class.getName(), Integer.toString(bare.getPort()), badge.toString());
      try (Child server = Child.start("bare", place, Cores.SERVER.pinned(command), Map.of())) {
        server.await(bare.resolve("/"), STARTS_WITHIN);
        List<Load> ours = new ArrayList<>();
        List<Load> bares = new ArrayList<>();
        badges(blazon, "downloads", 0);
        repeated(bare.resolve("/"), CONNECTIONS);
        for (int i = 1; i <= ROUNDS; i++) {
          bares.add(repeated(bare.resolve("/"), CONNECTIONS));
          ours.add(badges(blazon, "downloads", i));
        }
        return new NewBadges(ours, bares, blazon.memory().nowInMebibytes(), without);
      }
    }
  }

  private double memoryWithout() throws IOException, InterruptedException {
    try (Blazon blazon = Blazon.start(place, Map.of("BLAZON_STATS", "off"))) {
      for (int i = 0; i <= ROUNDS; i++) {
        badges(blazon, "plain", i);
      }
      return blazon.memory().nowInMebibytes();
    }
  }

  private String firstName() throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(names)) {
      return lines.readLine();
    }
  }

  private Blazon start(String store) throws IOException, InterruptedException {
    return Blazon.start(place, Map.of("BLAZON_STATS", "daily", "BLAZON_STATS_DATABASE", store));
  }

  private Load badges(Blazon blazon, String kind, int part)
      throws IOException, InterruptedException {
    String word = names + ":" + (long) part * BADGES_OF_A_ROUND + ":" + kind;
    return Load.make(place, Load.Script.COUNTS, blazon.at("/"), CONNECTIONS, round, word);
  }

  private Load repeated(URI address, int connections) throws IOException, InterruptedException {
    return Load.make(place, Load.Script.REPEATED, address, connections, round, "repeated");
  }

  /** All days of a project by version, as JSON, one request after another. */
  Load series(String store, String project, String from, String to)
      throws IOException, InterruptedException {
    try (Blazon blazon = start(store)) {
      URI series =
          blazon.at(
              "/api/v3/projects/" + project + "/downloads?by=version&from=" + from + "&to=" + to);
      repeated(series, 1);
      return repeated(series, 1);
    }
  }
}
