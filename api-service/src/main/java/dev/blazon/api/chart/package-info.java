/**
 * Charts of download numbers as pictures: {@code /chart/requests.svg?by=version}. It reads the URL,
 * asks {@code api.question}, makes a {@code dev.blazon.chart.Chart} of the numbers, and has it
 * painted by {@code api.imaging}. Every answer is a picture, also that of a failure. Only {@code
 * api.web} may use this package.
 */
package dev.blazon.api.chart;
