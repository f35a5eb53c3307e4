/**
 * Small tools that every service uses: settings, readiness, request ids, single flight, and helpers
 * for event loops. A class belongs here if it knows nothing of badges or projects and needs no HTTP
 * server. This package knows no other package of Blazon; {@code http}, {@code log} and {@code
 * process} build on it.
 */
package dev.blazon.service;
