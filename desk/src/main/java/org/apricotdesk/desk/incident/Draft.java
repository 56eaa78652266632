package org.apricotdesk.desk.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.incident.Incident.Times;
import org.apricotdesk.desk.incident.IncidentEvent.What;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketNumber;

/// An incident while one event is being worked into it.
final class Draft {
  private final IncidentNumber number;
  private final int version;
  private Stage stage;
  private String title;
  private Set<String> categories;
  private Area area;
  private Optional<Level> level;
  private Optional<PersonId> commander;
  private Optional<TicketNumber> parent;
  private String symptom;
  private String action;
  private String workaround;
  private String backfill;
  private Times times;
  private Optional<Instant> promised;
  private boolean reminded;
  private Set<DepartmentId> recovered;
  private Optional<Review> review;
  private int reporters;
  private List<TicketNumber> evidence;

  Draft(Incident before, int version) {
    this.number = before.number();
    this.version = version;
    stage = before.stage();
    title = before.title();
    categories = before.categories();
    area = before.area();
    level = before.level();
    commander = before.commander();
    parent = before.parent();
    symptom = before.symptom();
    action = before.action();
    workaround = before.workaround();
    backfill = before.backfill();
    times = before.times();
    promised = before.promised();
    reminded = before.reminded();
    recovered = before.recovered();
    review = before.review();
    reporters = before.reporters();
    evidence = before.evidence();
  }

  Incident incident() {
    return new Incident(
        number,
        version,
        stage,
        title,
        categories,
        area,
        level,
        commander,
        parent,
        symptom,
        action,
        workaround,
        backfill,
        times,
        promised,
        reminded,
        recovered,
        review,
        reporters,
        evidence);
  }

  Draft stage(Stage next) {
    stage = next;
    return this;
  }

  Draft about(Set<String> these) {
    categories = these;
    return this;
  }

  Draft in(Area there) {
    area = there;
    return this;
  }

  Draft seen(int people, List<TicketNumber> tickets) {
    reporters = people;
    evidence = tickets;
    return this;
  }

  Draft level(Level now) {
    level = Optional.of(now);
    return this;
  }

  Draft declared(What.Declared declared, PersonId by, Instant at) {
    title = declared.title();
    symptom = declared.symptom();
    commander = Optional.of(by);
    parent = Optional.of(declared.parent());
    times =
        new Times(
            declared.started(),
            declared.detected(),
            Optional.of(at),
            Optional.empty(),
            times.restored(),
            times.reviewed(),
            times.closed(),
            times.longestGap());
    return says(declared.action(), declared.workaround(), at);
  }

  Draft says(String text, String meanwhile, Instant at) {
    action = text;
    workaround = meanwhile;
    times =
        new Times(
            times.started(),
            times.detected(),
            times.declared(),
            Optional.of(at),
            times.restored(),
            times.reviewed(),
            times.closed(),
            Fold.longer(times.longestGap(), times.spoken(), at));
    return this;
  }

  Draft promise(Optional<Instant> at) {
    promised = at;
    reminded = false;
    return this;
  }

  Draft reminded() {
    reminded = true;
    return this;
  }

  Draft recovered(Set<DepartmentId> departments) {
    recovered = Fold.union(recovered, departments);
    return this;
  }

  Draft restored(Instant at, String later) {
    backfill = later;
    times =
        new Times(
            times.started(),
            times.detected(),
            times.declared(),
            times.spoken(),
            Optional.of(at),
            times.reviewed(),
            times.closed(),
            times.longestGap());
    return this;
  }

  Draft reviewed(Review written, Instant at) {
    times =
        new Times(
            times.started(),
            times.detected(),
            times.declared(),
            times.spoken(),
            times.restored(),
            Optional.of(at),
            times.closed(),
            times.longestGap());
    return review(written);
  }

  Draft review(Review written) {
    review = Optional.of(written);
    return this;
  }

  Draft over(Instant at) {
    promised = Optional.empty();
    times =
        new Times(
            times.started(),
            times.detected(),
            times.declared(),
            times.spoken(),
            times.restored(),
            times.reviewed(),
            Optional.of(at),
            times.longestGap());
    return this;
  }
}
