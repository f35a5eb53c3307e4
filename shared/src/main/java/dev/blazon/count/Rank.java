package dev.blazon.count;

/**
 * A project's place among all projects.
 *
 * @param rank 1 + how many projects have more downloads
 * @param projects how many projects have any downloads
 * @param basis what was compared
 */
public record Rank(int rank, int projects, Basis basis) {

  /** The share of projects, in percent, that have at most as many downloads; 100 for the first. */
  public double percentile() {
    return projects == 0 ? 0 : 100.0 * (projects - rank + 1) / projects;
  }
}
