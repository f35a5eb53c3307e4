package dev.blazon.imaging.png.text;

import dev.blazon.imaging.layout.TrendLine;

/** Tables from a pixel's coverage by a letter to the opacity of the letter's colour. */
public final class Tone {

  /** For opaque text. */
  public static final byte[] FULL = of(1);

  /** For the sharp part of the soft shadow. */
  public static final byte[] FAINT = of(0.3);

  /** For the area under a line. */
  public static final byte[] PALE = of(TrendLine.AREA_OPACITY);

  /** The number of distinct steps of coverage: finer ones are invisible, but each adds a colour. */
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
