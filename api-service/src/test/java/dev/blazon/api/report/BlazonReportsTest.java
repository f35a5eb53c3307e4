package dev.blazon.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.shield.ProjectShield;
import dev.blazon.api.shield.ShieldCatalog;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /api/v3}: URL in, text out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BlazonReportsTest {

  /** What most answers say about the days of {@link CountedRows}. */
  private static final String BASIS =
      """
      "first_day":"2026-08-22","last_day":"2026-08-26","missing_days":1,"counts":"all",\
      "sources":["file"],"counting_breaks":[{"day":"2026-08-24","reason":"Since 2026-08-24 PyPI\
       counts requests for wheels, sdists and zip files only."}],\
      "credit":"Download data: Python Package Index (Linehaul), CC BY 4.0"\
      """;

  private static final String WITHOUT_MIRRORS =
      BASIS.replace("\"counts\":\"all\"", "\"counts\":\"without_mirrors\"");

  /** What an answer says if nothing is known. */
  private static final String NOTHING =
      """
      "first_day":null,"last_day":null,"counting_breaks":[],\
      "credit":"Download data: Python Package Index (Linehaul), CC BY 4.0"\
      """;

  private static final String DAYS =
      """
      "missing":["2026-08-24"],"downloads":29,\
      "dates":["2026-08-22","2026-08-23","2026-08-25","2026-08-26"]\
      """;

  @TempDir private static Path folder;
  private ReportServer server;

  @BeforeAll
  void start() throws Exception {
    server = ReportServer.with(folder, CountedRows.CSV);
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          requests | {"project":"requests","interval":"day",BASIS,DAYS,"series":[{"total":29,"downloads":[15,7,5,2]}]}
          Requests | {"project":"requests","interval":"day",BASIS,DAYS,"series":[{"total":29,"downloads":[15,7,5,2]}]}
          requests?by=version | {"project":"requests","by":"version","interval":"day",BASIS,DAYS,"series":[{"version":"2.4.0","total":10,"downloads":[10,0,0,0]},{"version":"2.31.0rc1","total":1,"downloads":[0,0,1,0]},{"version":"2.31.0","total":18,"downloads":[5,7,4,2]}]}
          requests?by=python | {"project":"requests","by":"python","interval":"day",BASIS,DAYS,"series":[{"python":"3.12","total":20,"downloads":[10,7,1,2]},{"python":"3.11","total":5,"downloads":[5,0,0,0]},{"python":null,"total":4,"downloads":[0,0,4,0]}]}
          requests?by=ci | {"project":"requests","by":"ci","interval":"day",BASIS,DAYS,"series":[{"ci":null,"total":18,"downloads":[5,7,4,2]},{"ci":"true","total":11,"downloads":[10,0,1,0]}]}
          requests?by=system&interval=week | {"project":"requests","by":"system","interval":"week",BASIS,"downloads":29,"dates":["2026-08-17","2026-08-24"],"known_days":[2,2],"series":[{"system":"Linux","total":17,"downloads":[17,0]},{"system":"Windows","total":5,"downloads":[5,0]},{"system":null,"total":4,"downloads":[0,4]},{"system":"FreeBSD","total":2,"downloads":[0,2]},{"system":"Darwin","total":1,"downloads":[0,1]}]}
          requests?interval=month&mirrors=false | {"project":"requests","interval":"month",WITHOUT_MIRRORS,"downloads":24,"dates":["2026-08-01"],"known_days":[4],"series":[{"total":24,"downloads":[24]}]}
          flask?versions=2.*,4.0 | {"project":"flask","by":"version","interval":"day",BASIS,"missing":["2026-08-24"],"downloads":0,"dates":["2026-08-22","2026-08-23","2026-08-25","2026-08-26"],"series":[]}
          requests?from=2020-01-01&to=2020-02-01 | {"project":"requests","interval":"day",NOTHING,"downloads":0,"dates":[],"series":[]}
          requests?from=2026-09-01 | {"project":"requests","interval":"day",NOTHING,"downloads":0,"dates":[],"series":[]}
          brand-new | {"project":"brand-new","interval":"day",NOTHING,"downloads":0,"dates":[],"series":[]}
          """)
  void downloads_are_shown_by_day_and_line(String call, String json) {
    assertEquals(expected(json), ask(call, "").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          requests?format=csv | date,downloads;2026-08-22,15;2026-08-23,7;2026-08-25,5;2026-08-26,2;
          requests?format=csv&by=installer&from=2026-08-25 | date,installer,downloads;2026-08-25,bandersnatch,4;2026-08-25,pip,1;2026-08-26,pip,2;
          requests?format=csv&by=country&to=2026-08-22 | date,country,downloads;2026-08-22,US,10;2026-08-22,DE,5;
          requests?format=ndjson&versions=2.31* | {"date":"2026-08-22","version":"2.31.0","downloads":5};{"date":"2026-08-23","version":"2.31.0","downloads":7};{"date":"2026-08-25","version":"2.31.0rc1","downloads":1};{"date":"2026-08-25","version":"2.31.0","downloads":4};{"date":"2026-08-26","version":"2.31.0","downloads":2};
          brand-new?format=csv | date,downloads;
          brand-new?format=ndjson | ``
          """)
  void rows_are_for_programs_that_read_tables(String call, String rows) {
    assertEquals(rows, ask(call, "").text().replace("\r", "").replace('\n', ';'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          projects/requests | {"project":"requests",BASIS,"windows":{"day":{"downloads":2,"first_day":"2026-08-26","last_day":"2026-08-26","missing_days":0,"spans_counting_break":false,"rank":1,"projects":2,"percentile":100.0,"downloads_before":5,"change_percent":-60.0},"week":{"downloads":29,RANGE,"rank":2,"projects":2,"percentile":50.0},"month":{"downloads":29,RANGE,"rank":2,"projects":2,"percentile":50.0},"all":{"downloads":29,RANGE,"rank":2,"projects":2,"percentile":50.0}},"pypi":"missing","facts":null,"shields":null}
          top | {"list":"month",BASIS,"projects":[{"place":1,"project":"flask","downloads":101},{"place":2,"project":"requests","downloads":29}]}
          top?mirrors=false&limit=1 | {"list":"month",WITHOUT_MIRRORS,"projects":[{"place":1,"project":"flask","downloads":91}]}
          top?list=growing | {"list":"growing",BASIS,"projects":[]}
          days?from=2026-08-24&to=2026-08-25 | {"first_day":"2026-08-22","newest_complete_day":"2026-08-26","missing":["2026-08-24"],"counting_breaks":[{"day":"2018-07-26","reason":"Since 2018-07-26 downloads are counted by another pipeline; before, many were lost."},{"day":"2026-08-24","reason":"Since 2026-08-24 PyPI counts requests for wheels, sdists and zip files only."}],"credit":"Download data: Python Package Index (Linehaul), CC BY 4.0","days":[{"day":"2026-08-25","state":"complete","source":"file","projects":"all","rule":"files","rows":2,"downloads":5,"without_mirrors":1,"rejects":0,"measures":["all","without_mirrors"],"dimensions":["ci","country","installer","python","system"],"imported_at":"2026-08-27T01:30:00Z"}]}
          """)
  void windows_rankings_and_days(String call, String json) {
    assertEquals(expected(json), server.ask().get("/api/v3/" + call).text());
  }

  @Test
  void all_facts_and_what_all_shields_say_are_in_one_answer() {
    JsonObject answer = server.ask().get("/api/v3/projects/brand-new").json();
    JsonObject facts = answer.getJsonObject("facts");
    JsonObject shields = answer.getJsonObject("shields");

    assertEquals("known", answer.getString("pypi"));
    assertEquals(0, answer.getJsonObject("windows").getJsonObject("all").getInteger("downloads"));
    assertEquals("1.2.3", facts.getString("version"));
    assertEquals("2026-01-02T03:04:05Z", facts.getString("released"));
    assertEquals("MIT", facts.getString("license"));
    assertEquals(300, facts.getInteger("bytes"));
    assertEquals(
        new JsonObject("{\"label\":\"wheel\",\"message\":\"yes\",\"color\":\"brightgreen\"}"),
        shields.getJsonObject("wheel"));
    long ofFacts =
        new ShieldCatalog().all().stream().filter(ProjectShield.class::isInstance).count();
    assertEquals(ofFacts, shields.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          projects/requests/downloads?by=x | 400 | {"error":"bad_parameter","message":"by is 'x', but must be one of version, python, system, installer, country, ci","parameter":"by","value":"x","allowed":["version","python","system","installer","country","ci"]}
          projects/requests/downloads?by=ci&versions=1 | 400 | {"error":"bad_parameter","message":"by is 'ci together with versions', but must be one of version","parameter":"by","value":"ci together with versions","allowed":["version"]}
          projects/requests/downloads?from=2026-08-23&to=2026-08-22 | 400 | {"error":"bad_parameter","message":"from is '2026-08-23', but must be a day up to 2026-08-22, the last day","parameter":"from","value":"2026-08-23","allowed":["a day up to 2026-08-22, the last day"]}
          projects/requests/downloads?from=0000-01-01 | 400 | {"error":"bad_parameter","message":"from is '0000-01-01', but must be a day such as 2026-08-24, from 2003-01-01 to 2099-12-31","parameter":"from","value":"0000-01-01","allowed":["a day such as 2026-08-24, from 2003-01-01 to 2099-12-31"]}
          projects/requests?x=1 | 400 | {"error":"unknown_parameter","message":"there is no parameter 'x', but there are mirrors","parameter":"x","value":"","allowed":["mirrors"]}
          top?limit=1001 | 400 | {"error":"bad_parameter","message":"limit is '1001', but must be a number from 1 to 1000","parameter":"limit","value":"1001","allowed":["a number from 1 to 1000"]}
          projects/nobody | 404 | {"error":"unknown_project","message":"Project with name nobody does not exist"}
          projects/nobody/downloads | 404 | {"error":"unknown_project","message":"Project with name nobody does not exist"}
          projects/-x- | 404 | {"error":"unknown_project","message":"Project with name -x- does not exist"}
          projects/unreachable | 503 | {"error":"pypi_failed","message":"PyPI cannot be asked about this project now"}
          nothing | 404 | {"error":"unknown_path","message":"There is no such address; see /docs/api"}
          """)
  void an_error_names_the_parameter_its_value_and_what_is_allowed(
      String call, int status, String json) {
    Response answer = server.ask().get("/api/v3/" + call);

    assertEquals(json, answer.text());
    assertEquals(status, answer.status());
  }

  @ParameterizedTest
  @CsvSource({
    "from=9999-12-31",
    "to=+999999999-01-01",
    "from=-999999999-01-01",
    "from=2026-02-30",
    "from=",
    "interval=hour",
    "mirrors=1",
    "format=xml",
    "versions=",
    "versions=(a*)*b",
    "by=version&by=python",
    "%zz=1",
    "from=%ff%fe",
  })
  void impossible_parameters_are_refused(String query) {
    assertEquals(400, ask("requests", "?" + query).status());
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 414, text/plain;charset=utf-8",
    "5000,  414, application/json;charset=utf-8",
    "3000,  400, application/json;charset=utf-8",
    "33,    400, application/json;charset=utf-8",
    "32,    200, application/json;charset=utf-8",
  })
  void a_flood_of_globs_is_refused(int globs, int status, String type) {
    Response answer = ask("requests", "?versions=" + "*,".repeat(globs - 1) + "*");

    assertEquals(status, answer.status());
    assertEquals(type, answer.header("Content-Type"));
  }

  private Response ask(String project, String query) {
    int mark = project.indexOf('?');
    String name = mark < 0 ? project : project.substring(0, mark);
    String rest = mark < 0 ? query : project.substring(mark);
    return server.ask().get("/api/v3/projects/" + name + "/downloads" + rest);
  }

  private static String expected(String table) {
    return table
        .replace("WITHOUT_MIRRORS", WITHOUT_MIRRORS)
        .replace("BASIS", BASIS)
        .replace("NOTHING", NOTHING)
        .replace("DAYS", DAYS)
        .replace(
            "RANGE",
            "\"first_day\":\"2026-08-22\",\"last_day\":\"2026-08-26\",\"missing_days\":1,"
                + "\"spans_counting_break\":true");
  }
}
