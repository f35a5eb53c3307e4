package dev.blazon.bench;

import static dev.blazon.bench.Goal.Direction.AT_MOST;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Checks that every URL gets a response: no picture with a 5xx, no 500, and every SVG is
 * well-formed.
 */
final class UrlSpace {

  private static final int REQUESTS = 200_000;
  private static final int REQUESTS_IN_A_HURRY = 10_000;

  private final Place place;
  private final Pace pace;
  private final Results results;

  UrlSpace(Place place, Pace pace, Results results) {
    this.place = place;
    this.pace = pace;
    this.results = results;
  }

  void run() throws IOException, InterruptedException {
    int requests = pace.equals(Pace.FULL) ? REQUESTS : REQUESTS_IN_A_HURRY;
    try (Blazon blazon = Blazon.start(place)) {
      List<String> command =
          place.java(
              UrlProbe.class.getName(), Integer.toString(requests), blazon.at("/").toString());
      UrlProbe.Findings findings =
          UrlProbe.Findings.parse(
              Child.output(place, Cores.LOAD.pinned(command), Duration.ofMinutes(4)));
      results.section(
          "The space of URLs",
          String.format(
              "%,d made-up badge URLs of all dialects, right, odd, and wrong (seed %d): %,d SVGs,"
                  + " %,d of them broken; %,d pictures with a 5xx or answers with a 500; %,d"
                  + " requests without an answer. %.0f MiB resident afterwards.",
              findings.answers(),
              UrlProbe.SEED,
              findings.pictures(),
              findings.brokenPictures(),
              findings.serverErrors(),
              findings.unanswered(),
              blazon.memory().nowInMebibytes()));
      if (!findings.examples().isEmpty()) {
        results.text("The first of them: `" + String.join("`, `", findings.examples()) + "`");
      }
      results.goal(
          new Goal("made-up URLs: server errors", findings.serverErrors(), 0, AT_MOST, "answers"));
      results.goal(
          new Goal("made-up URLs: broken SVG", findings.brokenPictures(), 0, AT_MOST, "pictures"));
      results.goal(
          new Goal("made-up URLs: no answer", findings.unanswered(), 0, AT_MOST, "requests"));
    }
  }
}
