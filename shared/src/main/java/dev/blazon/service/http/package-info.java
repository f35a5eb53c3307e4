/**
 * The HTTP server of every service: ports, limits, malformed requests, health checks, and details
 * of HTTP such as entity tags and gzip. What a request means is decided by the services' own
 * handlers. This package may know {@code service} and {@code service.log}, but nothing of badges,
 * and not the process around it.
 */
package dev.blazon.service.http;
