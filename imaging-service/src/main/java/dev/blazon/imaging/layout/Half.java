package dev.blazon.imaging.layout;

import dev.blazon.badge.BadgeColor;
import java.util.Optional;

/**
 * One half of a badge.
 *
 * @param box the background; empty: there is no such half, or nothing behind it
 * @param color of the background; social badges have their own
 * @param text what stands on it
 */
public record Half(Box box, BadgeColor color, Optional<PlacedText> text) {}
