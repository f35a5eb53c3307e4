package dev.blazon.bench.load;

import java.util.Optional;

/**
 * Decides whether a response is right. It is called on the load's event loop, so it must not block.
 */
@FunctionalInterface
public interface Judge {

  /**
   * Checks a response.
   *
   * @return empty if the response is right; otherwise what is wrong with it. Faults are counted by
   *     this text, so there must be few different ones, without names or numbers of single
   *     requests.
   */
  Optional<String> fault(LoadRequest request, Response response);

  /**
   * Accepts complete badges with status 200, including those that report a failure ({@code pypi |
   * not found}).
   */
  static Judge ofPictures() {
    return new BadgeJudge(false);
  }

  /**
   * Accepts complete badges that state a fact, and rejects a picture that reports a failure. The
   * words of an SVG are read; a PNG is recognised as a failure only if Varnish made it ({@code
   * unavailable}).
   */
  static Judge ofFacts() {
    return new BadgeJudge(true);
  }
}
