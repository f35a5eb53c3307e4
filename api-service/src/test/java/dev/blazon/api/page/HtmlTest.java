package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.none;
import static dev.blazon.api.page.Html.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void writes_tags_attributes_and_text() {
    Html html = el("p.a.b", attr("id", "x"), text("1"), el("br"), all(text("2"), none()));
    assertEquals("<p class=\"a b\" id=\"x\">1<br>2</p>", html.written());
  }

  @Test
  void escapes_text_and_attributes() {
    Html html = el("p", attr("title", "\"'<&>"), text("</p><script>\u0000&"));
    assertEquals(
        "<p title=\"&quot;&#39;&lt;&amp;&gt;\">&lt;/p&gt;&lt;script&gt;&amp;</p>", html.written());
  }

  @Property(tries = 500)
  void no_text_opens_a_tag_or_ends_an_attribute(@ForAll String any) {
    String written = el("i", attr("title", any), text(any)).written();
    String inside = written.substring("<i title=\"".length(), written.length() - "</i>".length());
    assertEquals(
        2, inside.split("[<>\"]", -1).length - 1, "the quote and the end of the start tag");
    assertFalse(inside.contains("\u0000"));
  }
}
