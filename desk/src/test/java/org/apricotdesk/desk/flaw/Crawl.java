package org.apricotdesk.desk.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.web.PagesFixture;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Somebody who opens every page they find and writes the worst into every field there is.
final class Crawl {
  private static final int OF_ONE_KIND = 5;
  private static final String ANY = "[^/]+";

  private final Visitor visitor;
  private final List<RouteTable.Line> routes;
  private final List<String> starts;
  private final Set<String> sent = new HashSet<>();

  Crawl(PagesFixture pages, Person person) {
    visitor = pages.visitor(person.id());
    routes = pages.web.routes().lines();
    starts =
        routes.stream()
            .filter(line -> line.method().equals(HttpMethod.GET) && line.rule().allows(person))
            .map(line -> line.path())
            .filter(path -> !path.contains(":") && isPage(path))
            .toList();
  }

  /// Opens every page within reach, and looks at each.
  ///
  /// @return their paths
  List<String> reads() {
    Deque<String> waiting = new ArrayDeque<>(starts);
    var seen = new HashSet<>(starts);
    Map<String, Integer> kinds = new HashMap<>();
    var read = new ArrayList<String>();
    while (!waiting.isEmpty()) {
      var path = waiting.removeFirst();
      if (kinds.merge(kind(HttpMethod.GET, path), 1, Integer::sum) > OF_ONE_KIND) continue;
      var answer = visitor.answer(path);
      look("GET " + path, answer);
      if (answer.statusCode() != 200) continue;
      read.add(path);
      for (var link : links(Jsoup.parse(answer.body()))) if (seen.add(link)) waiting.add(link);
    }
    return read;
  }

  /// Sends each kind of form once in earnest and once with nothing but poison; then those that
  /// came into reach by it.
  ///
  /// @return the kinds of forms that were sent
  Set<String> writes() {
    write();
    write();
    return sent;
  }

  private void write() {
    for (var path : reads()) {
      var page = Jsoup.parse(visitor.answer(path).body());
      for (var form : page.select("form[method=post]")) {
        var action = form.attr("action");
        if (action.startsWith("/signout") || !sent.add(kind(HttpMethod.POST, action))) continue;
        look("POST " + action, visitor.sends(path, action, fields(form, true)));
        if (visitor.status(path) == 200)
          look("POST " + action, visitor.sends(path, action, fields(form, false)));
      }
    }
  }

  static void look(String where, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(where).isNotEqualTo(500);
    var type = answer.headers().firstValue("content-type").orElse("");
    Poison.isAbsentFrom(where + " → ", type, answer.body());
  }

  private static List<String> links(Document page) {
    var found = new ArrayList<String>();
    page.select("a[href]").forEach(a -> found.add(a.attr("href")));
    page.select("[hx-get]").forEach(part -> found.add(part.attr("hx-get")));
    page.select("img[src]").forEach(picture -> found.add(picture.attr("src")));
    return found.stream().filter(Crawl::isPage).toList();
  }

  private static boolean isPage(String path) {
    return path.startsWith("/")
        && !path.startsWith("/assets/")
        && !path.startsWith("/live")
        && !path.startsWith("/sign");
  }

  /// The route that answers; for buttons of one route, with the button's name.
  private String kind(HttpMethod method, String path) {
    var bare = path.replaceFirst("\\?.*", "");
    return routes.stream()
        .filter(line -> line.method().equals(method))
        .map(RouteTable.Line::path)
        .filter(route -> bare.matches(route.replaceAll(":[a-z]+", ANY)))
        .findFirst()
        .map(route -> route.replace(":action", bare.substring(bare.lastIndexOf('/') + 1)))
        .orElse(bare);
  }

  private static String[] fields(Element form, boolean earnest) {
    var fields = new ArrayList<String>();
    for (var field : form.select("input[name],select[name],textarea[name],button[name]")) {
      var name = field.attr("name");
      if (Set.of("csrf", "form", "seen").contains(name)) continue;
      value(field, earnest).ifPresent(value -> fields.addAll(List.of(name, value)));
    }
    return fields.toArray(String[]::new);
  }

  private static Optional<String> value(Element field, boolean earnest) {
    return switch (field.tagName()) {
      case "select" -> Optional.of(earnest ? chosen(field) : Poison.SHORT);
      case "textarea" -> Optional.of(Poison.LONG);
      case "button" -> Optional.of(field.attr("value"));
      default -> input(field, earnest);
    };
  }

  private static Optional<String> input(Element field, boolean earnest) {
    var value = field.attr("value");
    return switch (field.attr("type")) {
      case "file" -> Optional.empty();
      case "checkbox", "radio" -> Optional.of(value).filter(_ -> field.hasAttr("checked"));
      case "hidden" -> Optional.of(earnest ? value : Poison.SHORT);
      case "date" -> Optional.of(earnest ? "2026-03-20" : Poison.SHORT);
      case "datetime-local" -> Optional.of(earnest ? "2026-03-20T09:00" : Poison.SHORT);
      case "time" -> Optional.of(earnest ? "09:00" : Poison.SHORT);
      default -> Optional.of(earnest ? typed(field) : Poison.FORMULA);
    };
  }

  private static String typed(Element field) {
    if (Set.of("id", "code").contains(field.attr("name"))) return "hx1";
    if (!field.attr("inputmode").isEmpty() || field.attr("type").equals("number")) return "1";
    var room = field.attr("maxlength");
    var narrow = !room.isEmpty() && Integer.parseInt(room) < Poison.LONG.length();
    return narrow ? Poison.SHORT : Poison.LONG;
  }

  private static String chosen(Element select) {
    var chosen = select.selectFirst("option[selected]");
    if (chosen != null) return chosen.attr("value");
    var any = select.selectFirst("option[value]:not([value=''])");
    return any == null ? "" : any.attr("value");
  }
}
