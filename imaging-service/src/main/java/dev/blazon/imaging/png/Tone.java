package dev.blazon.imaging.png;

/** How opaque a letter's colour is where the letter covers a part of a pixel. */
final class Tone {

  /** Text as it is. */
  static final byte[] FULL = of(1);

  /** The sharp one of the soft shadow's two parts. */
  static final byte[] FAINT = of(0.3);

  private Tone() {}

  /** 256 values from 0 to 255, one for each coverage. */
  private static byte[] of(double opacity) {
    byte[] tone = new byte[256];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (byte) Math.round(i * opacity);
    }
    return tone;
  }
}
