package dev.blazon.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Settings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which upstreams are reached through which proxy. */
class ProxiesTest {

  private static final Proxies PROXIES =
      Proxies.read(
          new Settings(
              Map.of(
                  "HTTPS_PROXY", "http://ada:pass@secure.example:3128",
                  "HTTP_PROXY", "plain.example",
                  "NO_PROXY", "intern.example, .corp.example")));

  @ParameterizedTest
  @CsvSource({
    "https://pypi.org/x, secure.example:3128",
    "http://pypi.org/x, plain.example:80",
    "https://INTERN.example/x, none",
    "https://a.intern.example/x, none",
    "https://notintern.example/x, secure.example:3128",
    "https://corp.example/x, none",
    "https://a.corp.example/x, none",
    "http://localhost:8080/x, none",
    "http://127.0.0.1:8080/x, none",
    "'http://[::1]:8080/x', none"
  })
  void the_scheme_chooses_and_listed_hosts_are_reached_directly(String uri, String proxy) {
    assertEquals(
        proxy,
        PROXIES.to(URI.create(uri)).map(one -> one.getHost() + ":" + one.getPort()).orElse("none"));
  }

  @Test
  void a_login_goes_to_the_proxy() {
    var proxy = PROXIES.to(URI.create("https://pypi.org")).orElseThrow();

    assertEquals("ada", proxy.getUsername());
    assertEquals("pass", proxy.getPassword());
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://ada:pass@a:1", "http://", "http://ada:pass@a b"})
  void another_form_is_refused_without_its_login(String value) {
    InvalidSettingException refused =
        assertThrows(
            InvalidSettingException.class,
            () -> Proxies.read(new Settings(Map.of("HTTPS_PROXY", value))));

    assertFalse(refused.getMessage().contains("pass"), refused.getMessage());
  }
}
