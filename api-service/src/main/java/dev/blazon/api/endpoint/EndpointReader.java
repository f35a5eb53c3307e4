package dev.blazon.api.endpoint;

import com.fasterxml.jackson.core.JsonParser;
import dev.blazon.badge.Logo;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import dev.blazon.upstream.JsonDocument;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads an endpoint document in shields.io's schema, leniently: only {@code message} is required,
 * unknown keys are skipped, and {@code schemaVersion} is not checked.
 */
public final class EndpointReader implements DocumentReader<EndpointDocument>, JsonPart {

  private static final Set<String> TEXTS =
      Set.of(
          "label",
          "message",
          "color",
          "labelColor",
          "namedLogo",
          "logoSvg",
          "logoColor",
          "logoSize",
          "style");

  private final JsonDocument document = new JsonDocument(this);
  private final Map<String, String> texts = new HashMap<>();
  private boolean isError;
  private OptionalInt logoWidth = OptionalInt.empty();
  private OptionalLong cacheSeconds = OptionalLong.empty();

  @Override
  public void value(String field, JsonParser parser) throws IOException {
    switch (field) {
      case "isError" -> isError = JsonPart.isTrue(parser);
      case "logoWidth" -> {
        long width = JsonPart.number(parser);
        logoWidth =
            width > 0 && width <= Logo.MAX_WIDTH
                ? OptionalInt.of((int) width)
                : OptionalInt.empty();
      }
      case "cacheSeconds" -> {
        long seconds = JsonPart.number(parser);
        cacheSeconds = seconds > 0 ? OptionalLong.of(seconds) : OptionalLong.empty();
      }
      default -> {
        if (TEXTS.contains(field)) {
          JsonPart.text(parser).ifPresent(text -> texts.put(field, text));
        }
      }
    }
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException {
    document.feed(bytes, offset, length);
  }

  @Override
  public EndpointDocument finish() throws InvalidDocumentException {
    document.finish();
    return new EndpointDocument(
        texts.getOrDefault("label", ""),
        text("message").orElseThrow(() -> new InvalidDocumentException("no message")),
        given("color"),
        given("labelColor"),
        isError,
        given("namedLogo"),
        given("logoSvg"),
        given("logoColor"),
        logoWidth,
        given("logoSize"),
        given("style"),
        cacheSeconds);
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(texts.get(field));
  }

  private Optional<String> given(String field) {
    return text(field).filter(value -> !value.isBlank());
  }
}
