/**
 * The HTTP client for other people's servers: limits, a circuit breaker, rate limits, conditional
 * requests, and readers that parse a document as it arrives. What is fetched, and what a document
 * means, is the caller's concern. This package may know {@code service}, but nothing of badges or
 * of any service.
 */
package dev.blazon.upstream;
