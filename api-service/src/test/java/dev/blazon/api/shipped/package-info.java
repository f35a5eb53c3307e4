/**
 * What is shipped beside the API's jar, compared with the lowest versions allowed. The libraries
 * come from the build, the versions from {@code deploy/floors.tsv}. Nothing here may ask a
 * registry.
 */
package dev.blazon.api.shipped;
