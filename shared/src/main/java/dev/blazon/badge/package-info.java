/**
 * A badge as a value: text, colours, style, logo, and its query form. Also what the API and an
 * imaging service must agree on to exchange pictures. It knows nothing of running services.
 */
package dev.blazon.badge;
