package dev.blazon.bench.load;

import java.util.Optional;

/** Tells a right answer from a wrong one. Asked on the load's event loop: it must be quick. */
@FunctionalInterface
public interface Judge {

  /**
   * Empty when the answer is right; else what is wrong with it, in words that are counted: few
   * different ones, without names or numbers of single requests.
   */
  Optional<String> fault(Wanted wanted, Answer answer);

  /** Whole badges with status 200, honest failures ({@code pypi | not found}) among them. */
  static Judge ofPictures() {
    return new BadgeJudge(false);
  }

  /**
   * Whole badges that tell something: a picture that says a failure is wrong. The words of an SVG
   * are read; a PNG is known for a failure only when the edge made it ({@code unavailable}).
   */
  static Judge ofFacts() {
    return new BadgeJudge(true);
  }
}
