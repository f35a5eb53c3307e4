package dev.blazon.imaging.png.text;

/** How opaque a letter's colour is where the letter covers a part of a pixel. */
public final class Tone {

  /** Text as it is. */
  public static final byte[] FULL = of(1);

  /** The sharp one of the soft shadow's two parts. */
  public static final byte[] FAINT = of(0.3);

  /**
   * Steps of coverage that are told apart: finer ones nobody sees, but every one costs a colour.
   */
  private static final int STEPS = 64;

  private Tone() {}

  /** 256 values from 0 to 255, one for each coverage. */
  private static byte[] of(double opacity) {
    byte[] tone = new byte[256];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (byte) Math.round(Math.round(i * STEPS / 255.0) * opacity * 255 / STEPS);
    }
    return tone;
  }
}
