package dev.blazon.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.api.question.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How each service words an error. */
enum ErrorForm {
  /** Ours: {@code {"error":"bad_parameter","message":…,"parameter":…,"value":…,"allowed":[…]}}. */
  BLAZON {
    @Override
    void write(JsonGenerator json, Refusal refusal) throws IOException {
      json.writeStringField("error", refusal.code());
      json.writeStringField("message", refusal.message());
      if (refusal.parameter().isPresent()) {
        Refusal.BadParameter parameter = refusal.parameter().get();
        json.writeStringField("parameter", parameter.name());
        json.writeStringField("value", parameter.value());
        json.writeArrayFieldStart("allowed");
        for (String value : parameter.allowed()) {
          json.writeString(value);
        }
        json.writeEndArray();
      }
    }
  },
  /** pepy.tech's: {@code {"error":404,"message":…}}. */
  PEPY {
    @Override
    void write(JsonGenerator json, Refusal refusal) throws IOException {
      json.writeNumberField("error", refusal.status());
      json.writeStringField("message", refusal.message());
    }
  },
  /** npm's: {@code {"error":…}}. */
  NPM {
    @Override
    void write(JsonGenerator json, Refusal refusal) throws IOException {
      json.writeStringField("error", refusal.message());
    }
  },
  /** pypistats.org's: bare text, {@code 404} for what it does not know. */
  PYPISTATS {
    @Override
    String contentType() {
      return "text/plain;charset=utf-8";
    }

    @Override
    byte[] body(Refusal refusal) {
      String text = refusal.status() == 404 ? "404" : refusal.message();
      return text.getBytes(StandardCharsets.UTF_8);
    }
  };

  static final List<ErrorForm> ALL = List.of(values());

  void write(JsonGenerator json, Refusal refusal) throws IOException {
    throw new UnsupportedOperationException("its errors are no JSON");
  }

  /** The value of {@code Content-Type}. */
  String contentType() {
    return Content.JSON;
  }

  /** The body of an error. */
  byte[] body(Refusal refusal) {
    return JsonText.bytes(
        json -> {
          json.writeStartObject();
          write(json, refusal);
          json.writeEndObject();
        });
  }

  /** The name in metrics. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
