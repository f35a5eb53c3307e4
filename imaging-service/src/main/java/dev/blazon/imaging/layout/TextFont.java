package dev.blazon.imaging.layout;

/** The four fonts in which the text of badges is measured. */
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

  /** The family in which widths are measured; another font of equal width may be painted. */
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
   * The advance width in pixels, exactly as in npm's anafanafo 2.0.0: the sum over all code points,
   * without kerning. Control characters have no width; code points missing in the tables are as
   * wide as an {@code m}.
   */
  public double width(String text) {
    return WidthTables.INSTANCE.width(table, text);
  }
}
