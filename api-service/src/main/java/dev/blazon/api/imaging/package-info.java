/**
 * The imaging service as the API uses it: in process, or over HTTP with health, retries and metrics
 * for each node. Besides the wiring in {@code dev.blazon.api}, it is the only package of the API
 * that may depend on {@code dev.blazon.imaging}. Look-ups, dialects and resolving may not depend on
 * it.
 */
package dev.blazon.api.imaging;
