/**
 * What the ways to the two inner services have in common when these are remote. It knows neither of
 * them, and no badge and no count.
 */
package dev.blazon.api.remote;
