package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The operator's page in a browser. */
class OperatorPageTest extends PageInBrowser {

  private static final String PASSWORD = "open the desk, please";

  /** Of that password; with few rounds, so that a busy machine is quick enough. */
  private static final String HASH =
      "$pbkdf2$it=1000$YSBzYWx0IG9mIHRoZSBicm93c2VyIHRlc3QsIDMyIGI$a/azk53IpApCh"
          + "siH26PHTGmVGQYtY55FfyCrz4UeI3QKXZtcVcGI7LpjHrICCSZtdhptvVxdllR6nhvM4QYLqw";

  @Override
  Map<String, String> settings() {
    return Map.of("BLAZON_OPERATOR_PASSWORD_HASH", HASH);
  }

  private Page openAs(String password) {
    return open(
        new Browser.NewContextOptions().setHttpCredentials("operator", password), "/status");
  }

  @Test
  void who_knows_the_password_sees_the_settings_without_secrets() {
    Page page = openAs(PASSWORD);
    Response answer = page.navigate(base() + "/operator");

    assertEquals(200, answer.status());
    assertEquals("Operator", page.locator("h1").innerText());
    assertTrue(page.locator("main").innerText().contains("BLAZON_OPERATOR_PASSWORD_HASH"));
    assertTrue(page.locator("main").innerText().contains("pypi"), page.content());
    assertTrue(allPicturesShown(page));
    assertNeedsNoSidewaysScrolling(page);
  }

  @Test
  void who_does_not_sees_nothing() {
    Page page = openAs("another password");
    Response answer = page.navigate(base() + "/operator");

    assertEquals(401, answer.status());
    assertEquals("The operator's password is needed.", page.locator("body").innerText().strip());
  }
}
