package dev.blazon.imaging.logo;

/** What became of the wish for a logo in pixels. */
public sealed interface Raster permits LogoPixels, Raster.None {

  /** Why there are no pixels. */
  enum None implements Raster {
    /** However often it is tried. */
    IMPOSSIBLE("the logo cannot be painted"),
    /** This time: too many others wait, or the logo takes too long. */
    LATE("the logo could not be painted in time");

    private final String problem;

    None(String problem) {
      this.problem = problem;
    }

    /** In one line of ASCII. */
    public String problem() {
      return problem;
    }
  }
}
