package dev.blazon.api.shield;

/** A shield that shows an all-time download count. */
public non-sealed interface TotalDownloadsShield extends Shield<Long> {}
