package dev.blazon.imaging.png.text;

import java.util.Arrays;

/**
 * Glyphs on one line, in the order they stand, before the line is stretched to its length. Reused
 * from text to text, so that a painter allocates nothing for it.
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
   * @param position of its origin, in font units from the start of the line
   * @param startsCluster whether it stands for itself; otherwise it belongs to the glyph before, as
   *     an accent does to its letter, and no space comes between the two
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

  /** Font units from the start of the line. */
  public int position(int i) {
    return positions[i];
  }

  /** Which cluster the glyph belongs to, from 0, in the order they stand. */
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
