package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.ledger.Entry.Award;
import org.apricotdesk.desk.ledger.Entry.Contribution;
import org.apricotdesk.desk.ledger.Entry.Devices;
import org.apricotdesk.desk.ledger.Entry.Grade;
import org.apricotdesk.desk.ledger.Entry.Judge;
import org.apricotdesk.desk.ledger.Entry.Milestone;
import org.apricotdesk.desk.ledger.Entry.Quality;
import org.apricotdesk.desk.ledger.Entry.Saving;
import org.apricotdesk.desk.ledger.Entry.Security;
import org.apricotdesk.desk.ledger.Entry.Technology;
import org.apricotdesk.desk.ledger.Entry.Training;
import org.apricotdesk.desk.ledger.Entry.Visits;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Pages;
import org.apricotdesk.desk.web.RouteTable;
import org.apricotdesk.desk.web.Rule;
import org.apricotdesk.desk.web.Speech;

/// The ledger: what figures count that nothing else at the desk brings forth, kind by kind.
final class LedgerPages {
  private static final Rule KEEPERS =
      Rule.anyOf(Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);

  private final Desk desk;
  private final Pages pages;
  private final Exports tables;
  private final List<LedgerForm<?>> forms;

  LedgerPages(Desk desk, Pages pages, Exports tables) {
    this.desk = desk;
    this.pages = pages;
    this.tables = tables;
    this.forms =
        List.of(
            new LedgerForm<>(desk, Security.class, security()),
            new LedgerForm<>(desk, Milestone.class, milestone()),
            new LedgerForm<>(desk, Visits.class, visits()),
            new LedgerForm<>(desk, Training.class, training()),
            new LedgerForm<>(desk, Devices.class, devices()),
            new LedgerForm<>(desk, Technology.class, plain(Technology::new)),
            new LedgerForm<>(desk, Award.class, plain(Award::new)),
            new LedgerForm<>(desk, Saving.class, saving()),
            new LedgerForm<>(desk, Quality.class, quality()),
            new LedgerForm<>(desk, Contribution.class, contribution()));
  }

  void addTo(RouteTable routes) {
    routes
        .get("/admin/ledger", KEEPERS, this::kinds)
        .get(
            "/admin/ledger.csv",
            KEEPERS,
            context -> tables.send(context, "ledger", tables.ledger()));
    for (var form : forms) {
      routes.get("/admin/" + form.section(), KEEPERS, context -> show(context, form));
      new EditPages(desk, pages, form).addTo(routes, KEEPERS);
    }
  }

  private void kinds(RoutingContext context) {
    var page = new LedgerPage(forms.stream().map(LedgerForm::section).toList());
    pages.showIn(context, "ledger", "console/ledger", page);
  }

  private void show(RoutingContext context, LedgerForm<?> form) {
    pages.backTo(context, "/admin/ledger");
    var table = form.table(pages.speech(context), ListPlace.of(context));
    pages.showIn(context, form.section(), "console/table", table);
  }

  private static LedgerShape<Security> security() {
    return new LedgerShape<>(
        (speech, line) ->
            List.of(
                Field.oneOf(
                    "grade",
                    line.map(one -> one.grade().code()).orElse(Grade.CONFIRMED.code()),
                    grades(speech)),
                Field.number("times", line.map(one -> (int) one.times()).orElse(1))),
        entered ->
            entered.number("times") < 1
                ? Optional.of("times")
                : unless(grade(entered).isPresent(), "grade"),
        entered -> new Security(grade(entered).orElseThrow(), entered.number("times")),
        (speech, line) -> speech.say("ledger.grade." + line.grade().code()) + " " + line.gist());
  }

  private static List<Field.Option> grades(Speech speech) {
    return Arrays.stream(Grade.values())
        .map(one -> option(speech, "ledger.grade.", one.code()))
        .toList();
  }

  private static Optional<Grade> grade(Entered entered) {
    return Arrays.stream(Grade.values())
        .filter(one -> one.code().equals(entered.text("grade")))
        .findFirst();
  }

  private static LedgerShape<Milestone> milestone() {
    return new LedgerShape<>(
        "due",
        (_, line) ->
            List.of(
                Field.day("moved", line.flatMap(Milestone::moved)),
                Field.day("agreed", line.flatMap(Milestone::agreed)),
                Field.yes("approved", line.map(Milestone::approved).orElse(false)),
                Field.day("reached", line.flatMap(Milestone::reached))),
        entered ->
            Stream.of("moved", "agreed", "reached")
                .filter(day -> entered.given(day).isPresent() && entered.day(day).isEmpty())
                .findFirst(),
        entered ->
            new Milestone(
                entered.day("due").orElseThrow(),
                entered.day("moved"),
                entered.day("agreed"),
                entered.yes("approved"),
                entered.day("reached")),
        (_, line) ->
            Stream.of(line.moved(), line.reached())
                .flatMap(Optional::stream)
                .map(day -> "→ " + day)
                .collect(Collectors.joining(" ")));
  }

  private static LedgerShape<Visits> visits() {
    return new LedgerShape<>(
        (_, line) -> List.of(Field.text("visits", line.map(one -> "" + one.visits()).orElse(""))),
        entered -> unless(whole(entered, "visits") >= 0, "visits"),
        entered -> new Visits(whole(entered, "visits")),
        (_, line) -> line.gist());
  }

  private static LedgerShape<Training> training() {
    return new LedgerShape<>(
        (_, line) ->
            List.of(
                Field.number("invited", line.map(one -> (int) one.invited()).orElse(0)),
                Field.number("trained", line.map(one -> (int) one.trained()).orElse(0))),
        entered -> share(entered, "trained", "invited"),
        entered -> new Training(entered.number("invited"), entered.number("trained")),
        (_, line) -> line.gist());
  }

  private static LedgerShape<Devices> devices() {
    return new LedgerShape<>(
        (_, line) ->
            List.of(
                Field.number("inUse", line.map(one -> (int) one.inUse()).orElse(0)),
                Field.number("faulty", line.map(one -> (int) one.faulty()).orElse(0))),
        entered -> share(entered, "faulty", "inUse"),
        entered -> new Devices(entered.number("inUse"), entered.number("faulty")),
        (_, line) -> line.gist());
  }

  private static Optional<String> share(Entered entered, String part, String whole) {
    if (entered.number(whole) < 1) return Optional.of(whole);
    var fits = entered.number(part) >= 0 && entered.number(part) <= entered.number(whole);
    return unless(fits, part);
  }

  private static LedgerShape<Saving> saving() {
    return new LedgerShape<>(
        (_, line) ->
            List.of(
                Field.text("before", plain(line.map(Saving::before))),
                Field.text("after", plain(line.map(Saving::after))),
                Field.text("price", plain(line.map(Saving::price)))),
        entered ->
            Stream.of("before", "after", "price")
                .filter(amount -> entered.amount(amount).isEmpty())
                .findFirst(),
        entered ->
            new Saving(
                entered.amount("before").orElseThrow(),
                entered.amount("after").orElseThrow(),
                entered.amount("price").orElseThrow()),
        (_, line) -> line.gist());
  }

  private static LedgerShape<Quality> quality() {
    return new LedgerShape<>(
        (_, line) ->
            List.of(
                Field.text("casesBefore", line.map(one -> "" + one.casesBefore()).orElse("")),
                Field.text("ofBefore", line.map(one -> "" + one.ofBefore()).orElse("")),
                Field.text("casesAfter", line.map(one -> "" + one.casesAfter()).orElse("")),
                Field.text("ofAfter", line.map(one -> "" + one.ofAfter()).orElse(""))),
        entered -> unless(quality(entered).fits(), "casesBefore"),
        LedgerPages::quality,
        (_, line) -> line.gist());
  }

  private static Quality quality(Entered entered) {
    return new Quality(
        whole(entered, "casesBefore"),
        whole(entered, "ofBefore"),
        whole(entered, "casesAfter"),
        whole(entered, "ofAfter"));
  }

  private static LedgerShape<Contribution> contribution() {
    return new LedgerShape<>(
        (speech, line) ->
            List.of(
                Field.oneOf(
                    "by",
                    line.map(one -> one.by().code()).orElse(Judge.DIRECTOR.code()),
                    Arrays.stream(Judge.values())
                        .map(one -> option(speech, "ledger.judge.", one.code()))
                        .toList()),
                Field.text("score", line.map(one -> "" + one.score()).orElse(""))),
        entered ->
            judge(entered).isEmpty()
                ? Optional.of("by")
                : unless(contribution(entered).fits(), "score"),
        LedgerPages::contribution,
        (speech, line) -> speech.say("ledger.judge." + line.by().code()) + " " + line.gist());
  }

  private static Field.Option option(Speech speech, String key, String code) {
    return new Field.Option(code, speech.say(key + code));
  }

  private static Optional<Judge> judge(Entered entered) {
    return Arrays.stream(Judge.values())
        .filter(one -> one.code().equals(entered.text("by")))
        .findFirst();
  }

  private static Contribution contribution(Entered entered) {
    return new Contribution(judge(entered).orElseThrow(), whole(entered, "score"));
  }

  private static String plain(Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::toPlainString).orElse("");
  }

  private static <E extends org.apricotdesk.desk.ledger.Entry> LedgerShape<E> plain(
      java.util.function.Supplier<E> entry) {
    return new LedgerShape<>(
        (_, _) -> List.of(), _ -> Optional.empty(), _ -> entry.get(), (_, _) -> "");
  }

  private static Optional<String> unless(boolean good, String field) {
    return good ? Optional.empty() : Optional.of(field);
  }

  private static long whole(Entered entered, String name) {
    return entered.text(name).matches("\\d{1,12}") ? Long.parseLong(entered.text(name)) : -1;
  }
}
