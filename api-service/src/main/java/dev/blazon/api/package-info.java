/**
 * The API service as a process: its settings, its wiring and its training run. Only this room knows
 * every other room of the API; none of them knows it. No behaviour of badges belongs here.
 */
package dev.blazon.api;
