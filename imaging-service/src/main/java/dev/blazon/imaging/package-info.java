/**
 * The imaging service: text and colour in, picture out. It looks into memory and, for generic
 * pictures, on disk, and paints on bounded workers. It knows no project, no statistics and no API.
 */
package dev.blazon.imaging;
