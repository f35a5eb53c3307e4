package dev.blazon.api.page;

/**
 * A URL found in a text.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 * @param host in lower case, without a port
 * @param rest path and query as written in the text; empty, or beginning with a slash or question
 *     mark
 */
record FoundUrl(int start, int end, String host, String rest) {

  String in(String text) {
    return text.substring(start, end);
  }
}
