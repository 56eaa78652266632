package org.apricotdesk.desk.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;

/// The pages as a whole: routes, sign-in, assets, error pages, security headers.
public final class Web {
  private static final long LARGEST_UPLOAD = 10L * 1024 * 1024;

  private final RouteTable routes = new RouteTable();
  private final Pages pages;
  private final Gate gate;
  private final Assets assets = new Assets();
  private final Path uploads;

  /// @param uploads where files wait while a form is read
  public Web(
      Database database,
      Clock clock,
      People people,
      Identity identity,
      URI publicUrl,
      Pages pages,
      Path uploads) {
    this.pages = pages;
    this.uploads = uploads;
    Callers callers = id -> Optional.of(people.orStranger(id, id.value())).filter(Person::active);
    var sessions = new Sessions(database, clock);
    var cookie = new SessionCookie("https".equals(publicUrl.getScheme()));
    this.gate = new Gate(sessions, new SentForms(database, clock), callers, cookie);
    var links = new SignInLinks(database, clock);
    new SignIn(publicUrl, identity, sessions, links, callers, cookie, pages).addTo(routes);
    routes.get("/more", Rule.signedIn(), context -> pages.show(context, 200, "more", me(context)));
    routes.get("/assets/:name", Rule.anyone("stylesheet, script and icons"), assets::serve);
  }

  /// Where features add their pages before [#mount].
  public RouteTable routes() {
    return routes;
  }

  public Pages pages() {
    return pages;
  }

  /// Puts all pages under the router. Call once, last.
  public void mount(Router router) {
    router.route().handler(SecurityHeaders::add);
    router
        .route()
        .method(HttpMethod.POST)
        .handler(
            BodyHandler.create(uploads.toString())
                .setBodyLimit(LARGEST_UPLOAD)
                .setDeleteUploadedFilesOnEnd(true));
    routes.mount(router, gate);
    router.route().last().handler(context -> context.fail(404));
    router.route().failureHandler(this::failed);
  }

  /// A value as it stands in an address.
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// The member who calls; present behind every rule but [Rule.Anyone].
  public static Person caller(RoutingContext context) {
    return Gate.caller(context).orElseThrow();
  }

  /// Whether the caller has not signed out since, for lines that stay open.
  public static BooleanSupplier signedIn(RoutingContext context) {
    return Gate.stillOpen(context);
  }

  private static MorePage me(RoutingContext context) {
    var person = caller(context);
    return new MorePage(person.name(), person.id().value());
  }

  private void failed(RoutingContext context) {
    var status = context.statusCode() < 400 ? 500 : context.statusCode();
    if (status == 500 && context.failure() != null) {
      Failures.log(context.request().path(), context.failure());
    }
    pages.showError(context, Failures.shown(status));
  }
}
