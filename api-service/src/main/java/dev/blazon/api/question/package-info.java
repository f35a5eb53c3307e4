/**
 * Asking for download numbers, as calls of the API and charts do: reading parameters, asking {@code
 * api.stats} within a reader's time, and saying why there is no number. It knows neither how an
 * answer looks nor who sends it.
 */
package dev.blazon.api.question;
