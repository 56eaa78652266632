package org.apricotdesk.desk.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Every page route of the product, each with the rule that says who may call it.
///
/// Handlers run on virtual threads and may wait. A form (`post`) is checked for its CSRF word and
/// answered once however often it is sent.
public final class RouteTable {
  /// One line of the table.
  public record Line(HttpMethod method, String path, Rule rule) {
    @Override
    public String toString() {
      return method + " " + path + " " + rule;
    }
  }

  private record Entry(Line line, Handler<RoutingContext> handler) {}

  private final List<Entry> entries = new ArrayList<>();

  /// A page that is read.
  public RouteTable get(String path, Rule rule, Handler<RoutingContext> handler) {
    return add(HttpMethod.GET, path, rule, handler);
  }

  /// A form that is sent.
  public RouteTable post(String path, Rule rule, Handler<RoutingContext> handler) {
    return add(HttpMethod.POST, path, rule, handler);
  }

  private RouteTable add(
      HttpMethod method, String path, Rule rule, Handler<RoutingContext> handler) {
    entries.add(new Entry(new Line(method, path, rule), handler));
    return this;
  }

  /// What the access tests walk through.
  public List<Line> lines() {
    return entries.stream().map(Entry::line).toList();
  }

  /// The first that fits answers, so paths with fewer parts left open go first: a feature that adds
  /// `/tickets/:number/article` is heard, though `/tickets/:number/:action` was there before it.
  void mount(Router router, Gate gate) {
    entries.stream()
        .sorted(Comparator.comparingLong(entry -> openParts(entry.line())))
        .forEach(entry -> mount(router, gate, entry));
  }

  private static void mount(Router router, Gate gate, Entry entry) {
    var line = entry.line();
    router
        .route(line.method(), line.path())
        .handler(context -> gate.admit(context, line, entry.handler()));
  }

  private static long openParts(Line line) {
    return line.path().chars().filter(character -> character == ':').count();
  }
}
