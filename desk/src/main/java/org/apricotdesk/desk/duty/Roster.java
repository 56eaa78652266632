package org.apricotdesk.desk.duty;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;

/// Single changes to the roster, by hand or by a program: leads plan their own team, directors
/// everybody. Each change leaves a line in the audit log.
public final class Roster {
  private final Duty duty;
  private final People people;
  private final Audit audit;
  private final Supplier<List<ShiftKind>> kinds;
  private final ZoneId zone;

  /// @param kinds the kinds of shifts there are
  public Roster(
      Duty duty, People people, Audit audit, Supplier<List<ShiftKind>> kinds, ZoneId zone) {
    this.duty = duty;
    this.people = people;
    this.audit = audit;
    this.kinds = kinds;
    this.zone = zone;
  }

  /// What became of a change.
  public sealed interface Outcome {
    record Done(Shift shift) implements Outcome {}

    record Refused(Why why) implements Outcome {}
  }

  public enum Why {
    /// Somebody has changed or removed that shift meanwhile.
    GONE,
    /// The person would have to be in two places.
    CLASH,
    /// Somebody of another team.
    FOREIGN,
    /// No such kind of shift, campus or person.
    UNKNOWN
  }

  /// A shift to be added.
  public record Wish(PersonId person, String kind, Line line, CampusId campus, LocalDate day) {}

  public static boolean isPlanner(Person person) {
    return person.is(Role.TEAM_LEAD) || directs(person);
  }

  private static boolean directs(Person person) {
    return person.is(Role.DIRECTOR) || person.is(Role.DEPUTY_DIRECTOR);
  }

  /// Whether somebody plans the shifts of that person.
  public boolean plans(Person planner, PersonId whom) {
    if (directs(planner)) return true;
    return isPlanner(planner)
        && planner.team().isPresent()
        && people.find(whom).filter(one -> one.team().equals(planner.team())).isPresent();
  }

  /// What tells a shift from all others.
  public static String key(Shift shift) {
    return shift.person().value() + "@" + shift.start().getEpochSecond();
  }

  private static Optional<Shift> find(SqlConnection tx, String key) {
    var parts = key.split("@(?=\\d+$)", 2);
    if (parts.length != 2 || !parts[1].matches("\\d{1,11}")) return Optional.empty();
    var start = Instant.ofEpochSecond(Long.parseLong(parts[1]));
    return Duty.between(tx, start, start.plusSeconds(1)).stream()
        .filter(shift -> key(shift).equals(key))
        .findFirst();
  }

  /// Somebody else takes a shift.
  public Outcome change(SqlConnection tx, Person by, String key, PersonId to) {
    var found = find(tx, key);
    if (found.isEmpty()) return new Outcome.Refused(Why.GONE);
    if (!works(to)) return new Outcome.Refused(Why.UNKNOWN);
    var old = found.get();
    var fresh = new Shift(to, old.name(), old.line(), old.campus(), old.start(), old.end());
    return write(tx, by, "duty.changed", found, Optional.of(fresh));
  }

  public Outcome remove(SqlConnection tx, Person by, String key) {
    var found = find(tx, key);
    return found.isEmpty()
        ? new Outcome.Refused(Why.GONE)
        : write(tx, by, "duty.removed", found, Optional.empty());
  }

  public Outcome add(SqlConnection tx, Person by, Wish wish) {
    var kind = kinds.get().stream().filter(one -> one.name().equals(wish.kind())).findFirst();
    if (kind.isEmpty() || people.campus(wish.campus()).isEmpty() || !works(wish.person()))
      return new Outcome.Refused(Why.UNKNOWN);
    var start = kind.get().start(wish.day(), zone);
    var end = kind.get().end(wish.day(), zone);
    var shift = new Shift(wish.person(), wish.kind(), wish.line(), wish.campus(), start, end);
    return write(tx, by, "duty.added", Optional.empty(), Optional.of(shift));
  }

  private boolean works(PersonId id) {
    return people.active(id).filter(Roster::deskStaff).isPresent();
  }

  private static boolean deskStaff(Person person) {
    return person.is(Role.ENGINEER) || person.is(Role.DISPATCHER) || isPlanner(person);
  }

  private Outcome write(
      SqlConnection tx, Person by, String action, Optional<Shift> old, Optional<Shift> fresh) {
    if (isForeign(by, old) || isForeign(by, fresh)) return new Outcome.Refused(Why.FOREIGN);
    if (old.isPresent() && !duty.remove(tx, old.get())) return new Outcome.Refused(Why.GONE);
    if (fresh.isPresent() && duty.add(tx, fresh.get()).isPresent()) {
      old.ifPresent(shift -> duty.add(tx, shift));
      return new Outcome.Refused(Why.CLASH);
    }
    var shift = fresh.or(() -> old).orElseThrow();
    var detail =
        new JsonObject()
            .put("shift", shift.name())
            .put("start", shift.start().toString())
            .put("from", old.map(s -> s.person().value()).orElse(""))
            .put("to", fresh.map(s -> s.person().value()).orElse(""));
    audit.record(tx, by.id(), action, "duty " + shift.start(), detail);
    return new Outcome.Done(shift);
  }

  private boolean isForeign(Person by, Optional<Shift> shift) {
    return shift.filter(one -> !plans(by, one.person())).isPresent();
  }
}
