/**
 * What every part of a service may need: settings, readiness, request ids, single flight, and the
 * way back to a context. The rooms below it hold HTTP, logs and processes; this room knows none of
 * them.
 */
package dev.blazon.service;
