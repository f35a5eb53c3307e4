package dev.blazon.api.page;

/**
 * An address in a text.
 *
 * @param start where it starts in the text
 * @param end where it ends, exclusive
 * @param host in lower case, without a port
 * @param rest path and query as they stand in the text; empty, or from the first slash or question
 *     mark on
 */
record FoundUrl(int start, int end, String host, String rest) {

  String in(String text) {
    return text.substring(start, end);
  }
}
