package dev.blazon.stats.source.bigquery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with credentials is told without their secrets. */
class ServiceAccountTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "no json SECRET; no JSON object",
        "{}; not of a service account",
        "{\"type\":\"authorized_user\"}; not of a service account",
        "{\"type\":\"service_account\"}; lack project_id",
        "{\"type\":\"service_account\",\"project_id\":\"p\",\"private_key_id\":\"k\","
            + "\"private_key\":\"-----BEGIN PRIVATE KEY-----\\nSECRET\\n\",\"client_email\":\"e\","
            + "\"token_uri\":\"https://t\"}; no RSA key",
        "{\"type\":\"service_account\",\"project_id\":\"p\",\"private_key_id\":\"k\","
            + "\"private_key\":\"%SECRET%\"}; no RSA key",
      })
  void unusable_credentials_are_refused(String json, String reason) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ServiceAccount.parse(json));

    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertFalse(e.toString().contains("SECRET"), e.toString());
  }
}
