package dev.blazon.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip                      | true",
        "gzip, deflate, br         | true",
        "br,gzip;q=0.5             | true",
        "gzip;q=1.0, identity;q=0  | true",
        "br, GZip;q=0.5            | true",
        "GZIP;Q=0                  | false",
        "gzip;q=0                  | false",
        "gzip; q=0.0, br           | false",
        "gzip;q=0.000              | false",
        "gzip;q=0.001              | true",
        "*                         | true",
        "*;q=0                     | false",
        "br, deflate               | false",
        "identity                  | false",
        "''                        | false",
      })
  void says_whether_a_client_takes_gzip(String header, boolean taken) {
    assertEquals(taken, AcceptEncoding.takesGzip(header));
  }
}
