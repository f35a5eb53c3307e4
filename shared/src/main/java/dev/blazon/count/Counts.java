package dev.blazon.count;

/**
 * Downloads in both measures.
 *
 * @param all all downloads; not negative
 * @param withoutMirrors those not of mirrors; between 0 and {@code all}
 */
public record Counts(long all, long withoutMirrors) {

  public static final Counts ZERO = new Counts(0, 0);

  public Counts {
    if (withoutMirrors < 0 || withoutMirrors > all) {
      throw new IllegalArgumentException(
          all + " downloads, of which " + withoutMirrors + " without mirrors");
    }
  }

  /**
   * Counts of a source that cannot tell mirrors apart. The delivery must not claim {@link
   * Measure#WITHOUT_MIRRORS}.
   */
  public static Counts ofAll(long all) {
    return new Counts(all, all);
  }

  public Counts plus(Counts other) {
    return new Counts(
        Math.addExact(all, other.all), Math.addExact(withoutMirrors, other.withoutMirrors));
  }

  public long in(Measure measure) {
    return measure == Measure.ALL ? all : withoutMirrors;
  }
}
