package dev.blazon.stats.source.bigquery;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * A Google service account, as its JSON file describes it.
 *
 * @param projectId the Google Cloud project that pays for queries
 * @param keyId the name of the key
 * @param email the account's name
 * @param tokenUri where access tokens are given out
 */
public record ServiceAccount(
    String projectId, String keyId, PrivateKey key, String email, URI tokenUri) {

  private static final String TYPE = "service_account";

  /**
   * Reads the JSON file of a service account.
   *
   * @throws IllegalArgumentException if it is none; the message contains no secret
   */
  public static ServiceAccount parse(String json) {
    JsonObject file;
    try {
      file = new JsonObject(json);
    } catch (DecodeException e) {
      // Its message has a piece of the file, which may be secret.
      throw new IllegalArgumentException("the credentials are no JSON object");
    }
    if (!TYPE.equals(file.getValue("type"))) {
      throw new IllegalArgumentException("the credentials are not of a service account");
    }
    return new ServiceAccount(
        text(file, "project_id"),
        text(file, "private_key_id"),
        key(text(file, "private_key")),
        text(file, "client_email"),
        URI.create(text(file, "token_uri")));
  }

  private static String text(JsonObject file, String field) {
    if (file.getValue(field) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException("the credentials lack " + field);
  }

  private static PrivateKey key(String pem) {
    String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Neither the cause nor its message may reach a log: they can contain parts of the key.
      throw new IllegalArgumentException("private_key is no RSA key in PKCS #8");
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return email + " of " + projectId;
  }
}
