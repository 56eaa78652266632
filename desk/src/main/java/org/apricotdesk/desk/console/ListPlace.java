package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.web.Web;

/// Where somebody is in a list: what they searched for, the page they had come to, and what they
/// saved last. The forms behind the list carry it along, so that saving leads back there.
///
/// @param words empty for everything
/// @param after the id of the last of the page before; empty at the beginning
/// @param saved the id of what was just saved; empty if nothing was
public record ListPlace(String words, String after, String saved) {
  static ListPlace of(RoutingContext context) {
    return new ListPlace(typed(context, "q"), typed(context, "after"), typed(context, "saved"));
  }

  private static String typed(RoutingContext context, String name) {
    var sent = Optional.ofNullable(context.request().getFormAttribute(name));
    return sent.or(() -> Optional.ofNullable(context.queryParams().get(name))).orElse("").strip();
  }

  public boolean isSearch() {
    return !words.isEmpty();
  }

  /// Whether a line of the list has what is searched for.
  boolean fits(String text) {
    return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  /// The address of that list, or of a form behind it, at this place.
  public String at(String path) {
    return address(path, field("q", words), field("after", after));
  }

  /// The next page.
  String following(String path, String last) {
    return address(path, field("q", words), field("after", last));
  }

  /// The list once more, with what was saved marked in it.
  String having(String path, String id) {
    var address = address(path, field("q", words), field("after", after), field("saved", id));
    return address + "#row-" + Web.encoded(id);
  }

  private static String field(String name, String value) {
    return value.isEmpty() ? "" : name + "=" + Web.encoded(value);
  }

  private static String address(String path, String... fields) {
    var query = Stream.of(fields).filter(one -> !one.isEmpty()).collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }
}
