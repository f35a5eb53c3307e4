/**
 * The API service as a process: its entry point, its settings, and the wiring of the other
 * packages. Only classes that connect or start packages belong here, and no other package may
 * depend on this one. Besides {@code imaging}, this is the only package of the API that reaches the
 * imaging service.
 */
package dev.blazon.api;
