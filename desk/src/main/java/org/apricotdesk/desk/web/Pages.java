package org.apricotdesk.desk.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.staff.Person;

/// Renders a page: one template, one record, and the shell around it.
public final class Pages {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "org.apricotdesk.desk.pages");

  private final Navigation navigation = new Navigation();
  private final List<Texts> bundles;
  private final Locale fallback;
  private final ZoneId zone;
  private final Clock clock;
  private final Announcements announcements;

  private Pages(
      List<Texts> bundles, Locale fallback, ZoneId zone, Clock clock, Announcements announcements) {
    this.announcements = announcements;
    this.bundles = bundles;
    this.fallback = fallback;
    this.zone = zone;
    this.clock = clock;
  }

  /// @param fallback the language of people whose browser asks for none that we speak
  /// @param zone the hospital's time zone
  /// @param announcements what stands above every page of somebody who is signed in
  public static Pages open(Locale fallback, ZoneId zone, Clock clock, Announcements announcements) {
    return new Pages(List.of(Texts.of(Pages.class)), fallback, zone, clock, announcements);
  }

  /// The same for a feature whose texts lie beside classes of its own.
  public Pages of(Class<?>... anchors) {
    var own = Stream.concat(Arrays.stream(anchors).map(Texts::of), Stream.of(bundles.getLast()));
    return new Pages(own.toList(), fallback, zone, clock, announcements);
  }

  /// Shows `name.jte` with its record; the page's title is the text `title.<name>`, its place in
  /// the navigation the first part of the name (`admin/people` belongs to `people`).
  public void show(RoutingContext context, int status, String name, Object page) {
    show(context, status, name, page, say(context, "title." + name.replace('/', '.')));
  }

  /// Shows a template that serves several entries of the navigation, in the place of one of them;
  /// the title is the text `title.<section>`.
  public void showIn(RoutingContext context, String section, String name, Object page) {
    showIn(context, 200, section, name, page);
  }

  public void showIn(RoutingContext context, int status, String section, String name, Object page) {
    var shell = shell(context, say(context, "title." + section), section);
    send(context, status, render(name, Map.of("shell", shell, "page", page)));
  }

  /// The same under a title of its own, such as a ticket's number.
  public void show(RoutingContext context, int status, String name, Object page, String title) {
    var section = name.substring(name.lastIndexOf('/') + 1);
    var shell = shell(context, title, section);
    send(context, status, render(name, Map.of("shell", shell, "page", page)));
  }

  /// A part of a page, for a script to put in its place.
  public void showPart(RoutingContext context, String name, Object page) {
    var shell = shell(context, "", name);
    send(context, 200, render(name, Map.of("shell", shell, "page", page)));
  }

  /// Ends a form: leads on to a page, also when the same form is sent again.
  public void done(RoutingContext context, String location) {
    Gate.done(context, location);
  }

  /// What went wrong, in words: the text `error.<status>`.
  void showError(RoutingContext context, int status) {
    show(context, status, "error", new ErrorPage(status), say(context, "title.error"));
  }

  public String say(RoutingContext context, String key, Object... arguments) {
    return speech(context).say(key, arguments);
  }

  /// The reader's language and the feature's texts in it.
  public Speech speech(RoutingContext context) {
    return new Speech(locale(context), bundles, zone, clock.instant());
  }

  /// The reader's language: the first that we speak of those the browser names.
  private Locale locale(RoutingContext context) {
    return context.acceptableLanguages().stream()
        .map(language -> language.tag())
        .filter(tag -> tag.equals("zh") || tag.equals("en"))
        .findFirst()
        .map(tag -> tag.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
        .orElse(fallback);
  }

  private Shell shell(RoutingContext context, String title, String section) {
    var caller = Gate.caller(context);
    var csrf = caller.map(_ -> Gate.session(context).csrf()).orElse("");
    var known = caller.map(_ -> announcements.now()).orElse(List.of());
    return new Shell(
        speech(context),
        title,
        section,
        back(context),
        entries(caller),
        known,
        csrf,
        Tokens.fresh());
  }

  private List<NavigationEntry> entries(Optional<Person> caller) {
    return caller.map(navigation::of).orElse(List.of());
  }

  /// One step up the path: `/tickets/1024` leads back to its list.
  private static Optional<String> back(RoutingContext context) {
    return Optional.ofNullable(context.get("apricot.back"));
  }

  /// Sets where the arrow in the title bar leads.
  public void backTo(RoutingContext context, String path) {
    context.put("apricot.back", path);
  }

  private static String render(String name, Map<String, Object> parameters) {
    var output = new StringOutput();
    TEMPLATES.render(name + ".jte", parameters, output);
    return output.toString();
  }

  private static void send(RoutingContext context, int status, String html) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(html);
  }
}
