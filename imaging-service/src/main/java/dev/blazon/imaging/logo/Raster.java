package dev.blazon.imaging.logo;

/** The result of rasterising a logo: pixels, or the reason why there are none. */
public sealed interface Raster permits LogoPixels, Raster.None {

  /** Why there are no pixels. */
  enum None implements Raster {
    /** The logo can never be painted. */
    IMPOSSIBLE("the logo cannot be painted"),
    /** Not this time: too many others are waiting, or the logo takes too long. */
    LATE("the logo could not be painted in time");

    private final String problem;

    None(String problem) {
      this.problem = problem;
    }

    /** The reason in one line of ASCII. */
    public String problem() {
      return problem;
    }
  }
}
