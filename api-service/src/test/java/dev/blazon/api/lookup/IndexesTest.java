package dev.blazon.api.lookup;

import static dev.blazon.api.lookup.LookupFixture.DOCUMENT;
import static dev.blazon.api.lookup.LookupFixture.await;
import static dev.blazon.api.lookup.LookupFixture.known;
import static dev.blazon.api.lookup.LookupFixture.name;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blazon.api.lookup.Answer.Reason;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Settings;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexesTest {

  private static final Behaviour PAGE =
      Behaviour.body(
          "text/html", Buffer.buffer("<a href='/f/demo-3.0.tar.gz'>demo-3.0.tar.gz</a>"));

  private LookupFixture fixture;

  @BeforeEach
  void start() {
    fixture = new LookupFixture();
    String url = fixture.stub.url().toString();
    fixture
        .with("BLAZON_INDEXES", "corp=" + url + "/corp,devpi=" + url + "/root/pypi/+simple/")
        .with("BLAZON_INDEX_CORP_USER", "me")
        .with("BLAZON_INDEX_CORP_PASSWORD", "secret")
        .with("BLAZON_INDEX_DEVPI_TOKEN", "t0ken");
  }

  @AfterEach
  void stop() throws TimeoutException {
    fixture.close();
  }

  @Test
  void an_index_is_chosen_by_name_and_gets_its_own_credentials() throws TimeoutException {
    fixture.stub.answer("/corp/pypi/demo/json", Behaviour.json(DOCUMENT));
    assertEquals("1.0", known(project("corp", "demo")).value().version());
    assertEquals("Basic bWU6c2VjcmV0", authorization());
    assertInstanceOf(Answer.Missing.class, fixture.project("demo"));
  }

  @Test
  void the_simple_api_is_used_for_an_index_without_the_json_api() throws TimeoutException {
    fixture.stub.answer("/corp/simple/demo/", PAGE);
    assertEquals("3.0", known(project("corp", "demo")).value().version());
    assertEquals(1, fixture.stub.requests("/corp/pypi/demo/json"));
    assertInstanceOf(Answer.Missing.class, project("corp", "other"));
    assertEquals(0, fixture.stub.requests("/corp/pypi/other/json"));
  }

  @Test
  void an_address_that_ends_with_simple_gets_no_other_requests() throws TimeoutException {
    fixture.stub.answer("/root/pypi/+simple/demo/", PAGE);
    assertEquals("3.0", known(project("devpi", "demo")).value().version());
    assertEquals(1, fixture.stub.requests());
    assertEquals("Bearer t0ken", authorization());
  }

  @Test
  void an_index_that_is_not_listed_gets_no_request() throws TimeoutException {
    assertEquals(new Answer.Failed<>(Reason.NOT_CONFIGURED), project("evil", "demo"));
    assertEquals(0, fixture.stub.requests());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "=https://a.example", "a=ftp://a.example", "A b=https://a.example"})
  void an_invalid_list_stops_the_start(String text) {
    Settings settings = new Settings(Map.of("BLAZON_INDEXES", text));
    assertThrows(InvalidSettingException.class, () -> LookupConfig.read(settings));
  }

  private Answer<Project> project(String index, String project) throws TimeoutException {
    return await(
        fixture
            .lookups()
            .find(new ProjectKey(name(project), Optional.of(index), Optional.empty())));
  }

  private String authorization() {
    return fixture.stub.seen().get(0).headers().get("Authorization");
  }
}
