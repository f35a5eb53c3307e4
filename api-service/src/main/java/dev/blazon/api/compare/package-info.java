/**
 * Projects side by side: which are named, what the stats service knows of each in the same days,
 * and the chart of it. The page and the picture ask here, so that they never disagree. HTML, HTTP
 * and painting do not enter.
 */
package dev.blazon.api.compare;
