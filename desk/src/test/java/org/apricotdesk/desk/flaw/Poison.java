package org.apricotdesk.desk.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Words that would be code wherever they were not told apart from a page's own, and the look at a
/// page for any of them that came alive.
final class Poison {
  /// Breaks out of an attribute, a text field, a title and a script, and brings its own of each.
  static final String LONG =
      "\"'></textarea></title></script><hx onx=1><svg/onload=hx>"
          + "[x](javascript:hx)![x](//hx.example/x)<!--${911*911}{{911*911}}";

  static final String SHORT = "\"'><hx onx=1>";
  static final String FORMULA = "=HYPERLINK(\"http://hx.example\")";

  private static final String EVALUATED = "829921";
  private static final Set<String> LINKS = Set.of("href", "src", "action", "formaction", "hx-get");

  private Poison() {}

  /// Whatever is in the page, nothing of it is anybody's own markup, script, style or link.
  static void isAbsentFrom(String where, String type, String body) {
    if (type.startsWith("text/html")) page(where, body);
    if (type.startsWith("image/svg")) picture(where, body);
    if (type.startsWith("text/csv")) table(where, body);
  }

  private static void page(String where, String body) {
    assertThat(body).as(where).doesNotContain(EVALUATED);
    for (var element : Jsoup.parse(body).getAllElements()) {
      assertThat(element.tagName()).as(where).isNotIn("hx", "style", "iframe", "object", "embed");
      if (element.tagName().equals("script")) script(where, element);
      for (var attribute : element.attributes()) attribute(where, element, attribute);
    }
  }

  /// Scripts are files of ours, or data that no browser runs.
  private static void script(String where, Element script) {
    var data = script.attr("type").equals("application/json");
    assertThat(data || script.attr("src").startsWith("/assets/")).as(() -> where + script).isTrue();
    assertThat(data || script.data().isBlank()).as(() -> where + script).isTrue();
  }

  private static void attribute(String where, Element element, Attribute attribute) {
    var name = attribute.getKey().toLowerCase(Locale.ROOT);
    assertThat(name).as(() -> where + element).doesNotStartWith("on").isNotIn("style", "srcdoc");
    if (!LINKS.contains(name)) return;
    var target = attribute.getValue().strip().toLowerCase(Locale.ROOT);
    assertThat(target)
        .as(() -> where + element)
        .doesNotStartWith("javascript:")
        .doesNotStartWith("vbscript:")
        .doesNotStartWith("//");
    var query = target.startsWith("/") ? target.indexOf('?') : -1;
    var place = query < 0 ? target : target.substring(0, query);
    assertThat(place).as(() -> where + element).doesNotContain("hx.example");
    // what somebody looks for may go on to a page of ours, as nothing but a value
    assertThat(target.substring(place.length()))
        .as(() -> where + element)
        .doesNotContainPattern("[<>\"'\\s]|//");
  }

  private static void picture(String where, String body) {
    for (var element : Jsoup.parse(body, "", Parser.xmlParser()).getAllElements()) {
      assertThat(element.tagName()).as(where).isNotIn("hx", "script", "foreignObject");
      for (var attribute : element.attributes())
        assertThat(attribute.getKey()).as(where).doesNotStartWith("on");
    }
  }

  private static void table(String where, String body) {
    for (var cell : body.replace("\uFEFF", "").split("\",\"|\"?\r\n\"?|^\"", -1))
      assertThat(cell).as(where).doesNotMatch("(?s)[=+@\\t-].*");
  }
}
