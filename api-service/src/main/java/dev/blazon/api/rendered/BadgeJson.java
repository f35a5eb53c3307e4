package dev.blazon.api.rendered;

import dev.blazon.api.resolve.ResolvedBadge;
import dev.blazon.badge.Badge;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * Writes a badge's words in the schema of shields.io's endpoint badge, so that the answer can be
 * used as such a document: {@code schemaVersion, label, message, color, labelColor, isError}.
 */
final class BadgeJson {

  static final String CONTENT_TYPE = "application/json;charset=utf-8";

  private BadgeJson() {}

  static Buffer write(ResolvedBadge resolved) {
    Badge badge = resolved.badge();
    JsonObject json =
        new JsonObject()
            .put("schemaVersion", 1)
            .put("label", badge.label())
            .put("message", badge.message())
            .put("color", badge.color().name());
    badge.labelColor().ifPresent(color -> json.put("labelColor", color.name()));
    if (resolved.isError()) {
      json.put("isError", true);
    }
    return json.toBuffer();
  }
}
