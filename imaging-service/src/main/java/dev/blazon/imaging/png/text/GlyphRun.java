package dev.blazon.imaging.png.text;

import java.util.Arrays;

/**
 * The glyphs of one line in visual order, before the line is stretched to its length. Reused for
 * many texts, so that painters need not allocate.
 */
public final class GlyphRun {

  private int[] glyphs = new int[64];
  private int[] positions = new int[64];
  private int[] clusters = new int[64];
  private int count;
  private int clusterCount;
  private int advance;

  void clear() {
    count = 0;
    clusterCount = 0;
    advance = 0;
  }

  /**
   * Adds a glyph.
   *
   * @param position the position of its origin, in font units from the start of the line
   * @param startsCluster whether it begins a new cluster; otherwise it belongs to the glyph before,
   *     like an accent to its letter, and no space is added between them
   */
  void add(int glyph, int position, boolean startsCluster) {
    if (count == glyphs.length) {
      glyphs = Arrays.copyOf(glyphs, 2 * count);
      positions = Arrays.copyOf(positions, 2 * count);
      clusters = Arrays.copyOf(clusters, 2 * count);
    }
    if (startsCluster) {
      clusterCount++;
    }
    glyphs[count] = glyph;
    positions[count] = position;
    clusters[count] = clusterCount - 1;
    count++;
  }

  void endAt(int end) {
    advance = end;
  }

  public int count() {
    return count;
  }

  public int glyph(int i) {
    return glyphs[i];
  }

  /** The position of a glyph, in font units from the start of the line. */
  public int position(int i) {
    return positions[i];
  }

  /** The index of the glyph's cluster, from 0, in visual order. */
  public int cluster(int i) {
    return clusters[i];
  }

  public int clusterCount() {
    return clusterCount;
  }

  /** The natural length of the line, in font units. */
  public int advance() {
    return advance;
  }
}
