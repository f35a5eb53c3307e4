/**
 * An open load: requests arrive at a fixed rate, however fast the server responds.
 *
 * <p>{@code wrk} waits for a response before it sends the next request on a connection. An open
 * load sends each request when it is due and measures from that time, so when a server pauses for a
 * second, the percentiles show the waiting of all readers who came in that second. This package
 * knows URLs and pictures, but no process of Blazon: that is {@code bench.stack}.
 */
package dev.blazon.bench.load;
