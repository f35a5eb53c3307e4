/**
 * Load that arrives at its own pace, whatever the server does.
 *
 * <p>Unlike {@code wrk}, whose connections wait for an answer before they ask again, an open load
 * asks on time and measures from the time at which it meant to ask: a server that stands still for
 * a second has then kept a second's worth of readers waiting, and the percentiles say so.
 */
package dev.blazon.bench.load;
