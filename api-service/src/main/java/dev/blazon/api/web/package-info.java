/**
 * The HTTP server of the API: takes requests and answers them with badges, pages, documents and
 * health. Routing, deadlines and the order of the steps belong here; what a badge says and how it
 * looks do not. Only {@code Main} may depend on this package, and only this package may depend on
 * {@code page}.
 */
package dev.blazon.api.web;
