/**
 * The way to the imaging service, in this process or over HTTP. It chooses nodes, leaves failing
 * ones out, and has a plain badge ready when none can paint. Only this room and the wiring may know
 * {@code dev.blazon.imaging}.
 */
package dev.blazon.api.imaging;
