package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.MultiMap;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which address a reader reached this service, and whose word is taken for it. */
class AddressesTest {

  private static MultiMap headers(String lines) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (String line : List.of(Optional.ofNullable(lines).orElse("").split(" \\| "))) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        headers.add(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return headers;
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "Host: a.b:81                                                   -> http://a.b:81",
        "Host: a.b | X-Forwarded-Proto: https                           -> https://a.b",
        "Host: a.b | X-Forwarded-Proto: HTTPS | X-Forwarded-Host: c.d   -> https://c.d",
        "Host: a.b | X-Forwarded-Proto: https, http                     -> http://a.b",
        "Host: a.b | X-Forwarded-Proto: gopher                          -> http://a.b",
        "Host: a.b | X-Forwarded-Host: c.d/evil                         -> http://a.b",
        "Host: a.b | Forwarded: for=192.0.2.1;Proto=https;host=\"c.d:8\" -> https://c.d:8",
        "Host: a.b | Forwarded: proto=https, for=192.0.2.1;proto=http   -> http://a.b",
        "X-Forwarded-Proto: https                                       -> https://localhost"
      })
  void the_nearest_proxy_says_how_the_reader_came(String headers, String base) {
    assertEquals(base, Addresses.base(headers(headers), true));
  }

  @ParameterizedTest
  @CsvSource({
    "Host: a.b | X-Forwarded-Proto: https | X-Forwarded-Host: c.d, http://a.b",
    "Host: a.b | Forwarded: proto=https;host=c.d, http://a.b",
    "Host: a<b, http://localhost",
    ", http://localhost"
  })
  void what_a_stranger_says_of_it_is_not_believed(String headers, String base) {
    assertEquals(base, Addresses.base(headers(headers), false));
  }

  @ParameterizedTest
  @CsvSource({
    "'10.0.0.0/8,::1', 10.9.8.7, true",
    "'10.0.0.0/8,::1', 11.0.0.1, false",
    "'10.0.0.0/8, ::1', ::1, true",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "2001:db8::/32, 2001:db8:1::2, true",
    "2001:db8::/32, 10.0.0.1, false"
  })
  void networks_are_matched_by_their_bits(String networks, String address, boolean contains) {
    assertEquals(
        contains, TrustedProxies.parse(networks).contain(new InetSocketAddress(address, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/99", "10.0.0.0/x", "1"})
  void what_is_no_network_is_refused(String networks) {
    assertThrows(IllegalArgumentException.class, () -> TrustedProxies.parse(networks));
  }
}
