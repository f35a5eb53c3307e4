package dev.blazon.imaging.layout;

/** The four fonts that badges are measured in. */
public enum TextFont {
  /** Flat, flat-square, and plastic. */
  VERDANA_11(0, "Verdana", 11, false),
  /** The label in for-the-badge. */
  VERDANA_10(1, "Verdana", 10, false),
  /** The message in for-the-badge. */
  VERDANA_BOLD_10(2, "Verdana", 10, true),
  /** Social. */
  HELVETICA_BOLD_11(3, "Helvetica", 11, true);

  private final int table;
  private final String family;
  private final int size;
  private final boolean bold;

  TextFont(int table, String family, int size, boolean bold) {
    this.table = table;
    this.family = family;
    this.size = size;
    this.bold = bold;
  }

  /** The family that widths are measured in; what is painted may be a stand-in of that width. */
  public String family() {
    return family;
  }

  /** The size in pixels. */
  public int size() {
    return size;
  }

  public boolean bold() {
    return bold;
  }

  /**
   * The advance width in pixels, exactly as npm's anafanafo 2.0.0 measures it: the sum over the
   * code points, without kerning; control characters have no width; what the tables do not know is
   * as wide as an {@code m}.
   */
  public double width(String text) {
    return WidthTables.INSTANCE.width(table, text);
  }
}
