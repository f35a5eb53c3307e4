package dev.blazon.api.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.dialect.Indexes;
import dev.blazon.api.shield.ShieldCatalog;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiDocumentsTest {

  private static final ShieldCatalog CATALOG = new ShieldCatalog();
  private static final Dialects DIALECTS =
      new Dialects(CATALOG, new Indexes(URI.create("https://pypi.org"), Map.of()));
  private static final ApiDocuments DOCUMENTS = new ApiDocuments(CATALOG, DIALECTS);

  @Test
  void lists_every_shield_with_an_example_in_every_dialect_that_has_it() {
    List<JsonObject> shields =
        DOCUMENTS.shields().getJsonArray("shields").stream().map(JsonObject.class::cast).toList();
    JsonObject version = shields.get(0);

    assertEquals(CATALOG.all().size(), shields.size());
    assertEquals("/version/requests/badge.svg", version.getString("example"));
    assertTrue(version.getJsonArray("examples").contains("/py/requests.svg"));
    assertFalse(version.getBoolean("generic"));
    for (JsonObject shield : shields) {
      assertFalse(shield.getString("title").isBlank());
      assertTrue(shield.getString("description").endsWith("."), shield.encode());
    }
  }

  @Test
  void describes_every_shield_as_a_path_of_the_api() {
    JsonObject api = DOCUMENTS.openApi("1.0.0", true);
    JsonObject paths = api.getJsonObject("paths");
    Set<String> operations = new HashSet<>();

    assertEquals("3.1.0", api.getString("openapi"));
    CATALOG
        .all()
        .forEach(
            shield ->
                assertTrue(
                    paths.containsKey(
                        "/" + shield.description().id() + "/{project}/badge.{format}")));
    for (String path : paths.fieldNames()) {
      JsonObject all = paths.getJsonObject(path);
      JsonObject operation = all.getJsonObject("get", all.getJsonObject("post"));
      assertTrue(operations.add(operation.getString("operationId")), path);
      assertTrue(hasAllPathParameters(path, operation), path);
    }
  }

  @Test
  void has_no_dangling_references() {
    JsonObject api = DOCUMENTS.openApi("1.0.0", true);
    String text = api.encode();

    for (int at = text.indexOf("\"#/"); at >= 0; at = text.indexOf("\"#/", at + 1)) {
      String reference = text.substring(at + 3, text.indexOf('"', at + 1));
      Object found = api;
      for (String step : reference.split("/", -1)) {
        found = ((JsonObject) found).getValue(step);
      }
      assertTrue(found instanceof JsonObject, reference);
    }
  }

  private static boolean hasAllPathParameters(String path, JsonObject operation) {
    Set<String> declared = new HashSet<>();
    operation
        .getJsonArray("parameters")
        .forEach(
            parameter -> {
              JsonObject object = (JsonObject) parameter;
              if ("path".equals(object.getString("in"))) {
                declared.add("{" + object.getString("name") + "}");
              }
            });
    Set<String> used = new HashSet<>();
    for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', open + 1)) {
      used.add(path.substring(open, path.indexOf('}', open) + 1));
    }
    return used.equals(declared);
  }
}
