/**
 * The badge and its picture as all services exchange them: the model, its canonical query, and the
 * HTTP protocol between the API and an imaging service. A type belongs here if both sides must
 * agree on it. This package knows no other package of Blazon: no settings, no server, no fonts or
 * pixels.
 */
package dev.blazon.badge;
