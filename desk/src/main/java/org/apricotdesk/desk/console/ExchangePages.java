package org.apricotdesk.desk.console;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Csv;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Speech;
import org.apricotdesk.desk.web.Web;

/// What the department runs on, out as tables and in as files. An import is all or nothing; both
/// leave a line in the audit log.
final class ExchangePages {
  private static final Rule ADMINISTRATORS =
      Rule.anyOf(Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.SYSADMIN);

  /// What a new hospital loads first stands first.
  private static final List<String> IMPORTS = List.of("org", "catalogue", "calendar", "targets");

  private final Desk desk;
  private final Pages pages;
  private final Exports tables;
  private final Map<String, Supplier<Csv>> exports;
  private final Map<String, BiFunction<String, Person, ImportReport>> imports;

  ExchangePages(Desk desk, Pages pages, Exports tables) {
    this.desk = desk;
    this.pages = pages;
    this.tables = tables;
    this.exports =
        Map.of(
            "people", tables::people,
            "departments", tables::departments,
            "catalogue", tables::catalogue,
            "duty", tables::duty,
            "targets", tables::targets);
    this.imports =
        Map.of(
            "org", desk::importOrganisation,
            "catalogue", (text, _) -> desk.importCatalogue(text),
            "calendar", (text, _) -> desk.importCalendar(text),
            "targets", (text, _) -> desk.importTargets(text));
  }

  void addTo(RouteTable routes) {
    routes
        .get("/admin/exchange", ADMINISTRATORS, context -> show(context, 200, Optional.empty()))
        .get("/admin/exchange/:table", ADMINISTRATORS, this::send)
        .post("/admin/exchange", ADMINISTRATORS, this::load);
  }

  private void show(RoutingContext context, int status, Optional<ImportReport> report) {
    var speech = pages.speech(context);
    var page =
        new ExchangePage(
            exports.keySet().stream().sorted().toList(),
            IMPORTS,
            report,
            report.stream().flatMap(one -> counts(speech, one)).toList());
    pages.showIn(context, status, "exchange", "console/exchange", page);
  }

  private static Stream<String> counts(Speech speech, ImportReport report) {
    return report.kinds().entrySet().stream()
        .map(
            one ->
                speech.say(
                    "exchange.tally",
                    new Nouns(speech).thing(one.getKey()),
                    one.getValue().added(),
                    one.getValue().changed(),
                    one.getValue().unchanged()))
        .sorted();
  }

  private void send(RoutingContext context) {
    var name = context.pathParam("table").replaceFirst("\\.csv$", "");
    var table = Optional.ofNullable(exports.get(name));
    if (table.isEmpty()) context.fail(404);
    else tables.send(context, name, table.get().get());
  }

  private void load(RoutingContext context) {
    var kind = Optional.ofNullable(context.request().getFormAttribute("kind")).orElse("");
    var files = context.fileUploads().stream().filter(file -> file.size() > 0).toList();
    var load = Optional.ofNullable(imports.get(kind));
    if (load.isEmpty() || files.size() != 1) {
      context.fail(400);
      return;
    }
    var report = load.get().apply(text(files.getFirst().uploadedFileName()), Web.caller(context));
    if (report.stored()) audit(context, kind, counts(report));
    show(context, report.stored() ? 200 : 400, Optional.of(report));
  }

  private static JsonObject counts(ImportReport report) {
    var counts = new JsonObject();
    report
        .kinds()
        .forEach((kind, tally) -> counts.put(kind, List.of(tally.added(), tally.changed())));
    return counts;
  }

  private static String text(String file) {
    try {
      return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8)
          .replaceFirst("^\uFEFF", "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read an upload", e);
    }
  }

  private void audit(RoutingContext context, String what, JsonObject detail) {
    var by = Web.caller(context).id();
    desk.audit().record(desk.database().pool(), by, "import", "import " + what, detail);
  }
}
