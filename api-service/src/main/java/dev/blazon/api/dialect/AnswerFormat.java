package dev.blazon.api.dialect;

/** What a badge URL asks for: a picture, or the badge's words as JSON. */
public enum AnswerFormat {
  SVG,
  PNG,
  JSON
}
