/**
 * The HTTP shell of every port: limits, body guard, draining, health, access-log entries, and small
 * helpers for answers. A service brings only its handler. It knows logs and settings, and no
 * process.
 */
package dev.blazon.service.http;
