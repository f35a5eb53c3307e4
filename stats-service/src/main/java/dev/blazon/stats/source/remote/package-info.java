/**
 * What all remote sources share: a deadline for a whole call, requests within a rate limit, answers
 * that keep the reason why they are unusable, and strict reading of counts. A source blocks its
 * worker thread here, while the HTTP client reads on an event loop. No source's queries, formats or
 * error codes may enter.
 */
package dev.blazon.stats.source.remote;
