/**
 * Where each text and box of a badge stands, in each style. Numbers only: it measures text by
 * tables and knows no painter and no library.
 */
package dev.blazon.imaging.layout;
