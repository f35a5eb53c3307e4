/**
 * The imaging service: gives the picture of a badge from memory, from disk, or painted, in its own
 * process or inside the API service. Requests, caches, queues and limits belong here; how a badge
 * looks does not. It may know {@code badge} and {@code service}, but not {@code upstream}, the API,
 * or any project.
 */
package dev.blazon.imaging;
