/**
 * Generic pictures on disk, shared by processes and safe after a crash. Files are checked when they
 * are read, and swept when they are old or too many. It knows no painter.
 */
package dev.blazon.imaging.cache;
