package org.apricotdesk.desk.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.target.Known;
import org.apricotdesk.desk.target.Policies;
import org.apricotdesk.desk.target.Targets;
import org.apricotdesk.desk.target.TargetsFile;
import org.apricotdesk.desk.web.Rule;

/// What the desk promises, for programs: read version by version, and a new one published under the
/// rules of the page.
public final class TargetCalls implements ApiPart {
  private static final Rule READERS =
      Rule.anyOf(
          Role.DISPATCHER,
          Role.TEAM_LEAD,
          Role.DEPUTY_DIRECTOR,
          Role.DIRECTOR,
          Role.AUDITOR,
          Role.SYSADMIN);
  private static final Rule ADMINISTRATORS =
      Rule.anyOf(Role.DEPUTY_DIRECTOR, Role.DIRECTOR, Role.SYSADMIN);

  private final Policies policies;
  private final Known known;
  private final Audit audit;
  private final Clock clock;
  private final ZoneId zone;

  public TargetCalls(Policies policies, Known known, Audit audit, Clock clock, ZoneId zone) {
    this.policies = policies;
    this.known = known;
    this.audit = audit;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public String contract() {
    return "targets.yaml";
  }

  @Override
  public void addTo(Operations operations) {
    operations
        .read("listTargets", "targets", READERS, _ -> list())
        .write("publishTargets", ADMINISTRATORS, this::publish);
  }

  /// There are a few a year, so they come on one page.
  private Answer list() {
    policies.refresh();
    var items = new JsonArray();
    var current = policies.at(clock.instant()).version();
    policies.all().reversed().forEach(one -> items.add(json(one, current)));
    return Answer.ok(new JsonObject().put("items", items));
  }

  private static JsonObject json(Policies.Version one, int current) {
    var version = one.targets().version();
    var builtIn = one.by().isEmpty();
    return TargetsFile.write(one.targets())
        .put("version", version)
        .put("from", builtIn ? null : one.from().toString())
        .put("publishedAt", builtIn ? null : one.published().toString())
        .put("by", builtIn ? null : one.by())
        .put("current", version == current);
  }

  private Answer publish(SqlConnection tx, Call call) {
    var file = call.body().copy();
    var from = Call.day("from", String.valueOf(file.remove("from")));
    if (!from.isAfter(LocalDate.ofInstant(clock.instant(), zone)))
      return Answer.invalid("from: a day to come");
    var read = TargetsFile.read(file.encode(), policies.all().size() + 1);
    if (read.targets().isEmpty())
      return Answer.invalid(
          read.problems().stream()
              .map(problem -> problem.where() + ": " + problem.why())
              .collect(Collectors.joining("; ")));
    var unknown = read.targets().get().unknown(known);
    if (!unknown.isEmpty()) return Answer.invalid("unknown: " + String.join("; ", unknown));
    return publish(tx, call, read.targets().get(), from);
  }

  private Answer publish(SqlConnection tx, Call call, Targets targets, LocalDate from) {
    var begins = from.atStartOfDay(zone).toInstant();
    var by = call.caller().id();
    var version = policies.publish(tx, targets, begins, by.value());
    var detail = TargetsFile.write(targets).put("from", begins.toString());
    audit.record(tx, by, "targets.published", "targets " + version, detail);
    var fresh = new Targets(version, targets.goals(), targets.special(), targets.requests());
    var published = new Policies.Version(fresh, begins, clock.instant(), by.value());
    return Answer.created(json(published, policies.at(clock.instant()).version()));
  }
}
