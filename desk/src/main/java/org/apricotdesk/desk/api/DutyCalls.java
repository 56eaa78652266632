package org.apricotdesk.desk.api;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.apricotdesk.desk.duty.Duty;
import org.apricotdesk.desk.duty.Line;
import org.apricotdesk.desk.duty.Roster;
import org.apricotdesk.desk.duty.Shift;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.web.Rule;

/// The duty roster for programs, such as the hospital's own planning: read, and changed shift by
/// shift under the rules of the page.
public final class DutyCalls implements ApiPart {
  private static final Rule READERS =
      Rule.anyOf(
          Role.ENGINEER,
          Role.DISPATCHER,
          Role.TEAM_LEAD,
          Role.DEPUTY_DIRECTOR,
          Role.DIRECTOR,
          Role.AUDITOR);
  private static final Rule PLANNERS =
      Rule.anyOf(Role.TEAM_LEAD, Role.DEPUTY_DIRECTOR, Role.DIRECTOR);
  private static final int MOST_DAYS = 92;
  private static final Comparator<Shift> ORDER =
      Comparator.comparing(Shift::start).thenComparing(shift -> shift.person().value());

  private final Duty duty;
  private final Roster roster;
  private final ZoneId zone;

  public DutyCalls(Duty duty, Roster roster, ZoneId zone) {
    this.duty = duty;
    this.roster = roster;
    this.zone = zone;
  }

  @Override
  public String contract() {
    return "duty.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations
        .read("listShifts", "duty", READERS, this::list)
        .write("addShift", PLANNERS, this::add)
        .write("changeShift", PLANNERS, this::change)
        .write("removeShift", PLANNERS, this::remove);
  }

  private Answer list(Call call) {
    var from = Call.day("from", call.query("from").orElse(""));
    var to = Call.day("to", call.query("to").orElse(""));
    if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS)))
      throw new InvalidCall("to: at most " + MOST_DAYS + " days after from");
    var begin = from.atStartOfDay(zone).toInstant();
    var end = to.plusDays(1).atStartOfDay(zone).toInstant();
    var after = call.cursor().orElse("");
    var found =
        duty.between(begin, end).stream()
            .filter(shift -> isOn(call, shift.campus()))
            .sorted(ORDER)
            .filter(shift -> place(shift).compareTo(after) > 0)
            .limit(call.limit() + 1L)
            .toList();
    return Answer.ok(Cursor.page(found, call.limit(), DutyCalls::json, DutyCalls::place));
  }

  private static boolean isOn(Call call, CampusId campus) {
    return call.query("campus").filter(wanted -> !wanted.equals(campus.value())).isEmpty();
  }

  /// Sorts like [#ORDER]: the seconds have ten digits for centuries to come.
  private static String place(Shift shift) {
    return shift.start().getEpochSecond() + " " + shift.person().value();
  }

  private Answer add(SqlConnection tx, Call call) {
    var body = call.body();
    var wish =
        new Roster.Wish(
            value(body, "person", PersonId::new),
            body.getString("shift"),
            value(body, "line", text -> Line.valueOf(text.toUpperCase(Locale.ROOT))),
            value(body, "campus", CampusId::new),
            Call.day("day", body.getString("day")));
    return answer(roster.add(tx, call.caller(), wish), Answer::created);
  }

  private Answer change(SqlConnection tx, Call call) {
    var to = value(call.body(), "person", PersonId::new);
    return answer(roster.change(tx, call.caller(), call.path("id"), to), Answer::ok);
  }

  private Answer remove(SqlConnection tx, Call call) {
    return answer(roster.remove(tx, call.caller(), call.path("id")), Answer::ok);
  }

  private static Answer answer(Roster.Outcome outcome, Function<JsonObject, Answer> done) {
    return switch (outcome) {
      case Roster.Outcome.Done(var shift) -> done.apply(json(shift));
      case Roster.Outcome.Refused(var why) ->
          switch (why) {
            case GONE -> Answer.notFound();
            case UNKNOWN -> Answer.invalid("there is no such kind of shift, campus or engineer");
            case FOREIGN ->
                Answer.problem(403, "forbidden", "Leads plan the people of their own team.");
            case CLASH ->
                Answer.problem(409, "refused", "The person is on duty then already.")
                    .with("reason", "clash");
          };
    };
  }

  private static <T> T value(JsonObject body, String name, Function<String, T> of) {
    try {
      return of.apply(body.getString(name));
    } catch (IllegalArgumentException wrong) {
      throw new InvalidCall(name + ": " + wrong.getMessage());
    }
  }

  private static JsonObject json(Shift shift) {
    return new JsonObject()
        .put("id", Roster.key(shift))
        .put("person", shift.person().value())
        .put("shift", shift.name())
        .put("line", shift.line().code())
        .put("campus", shift.campus().value())
        .put("start", shift.start().toString())
        .put("end", shift.end().toString());
  }
}
