package dev.blazon.imaging.layout;

import dev.blazon.badge.BadgeColor;
import java.util.Optional;

/**
 * One half of a badge.
 *
 * @param box the background; empty: the half does not exist or has no background
 * @param color the background colour; ignored by social badges, which have fixed colours
 * @param text the text of the half
 */
public record Half(Box box, BadgeColor color, Optional<PlacedText> text) {}
