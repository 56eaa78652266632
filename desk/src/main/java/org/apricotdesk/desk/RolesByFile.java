package org.apricotdesk.desk;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.staff.Giver;
import org.apricotdesk.desk.staff.Giving;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Role;

/// Roles that somebody gives by loading a register: each is a line of the audit log, as if it were
/// changed on the page.
final class RolesByFile implements Giver {
  private final Audit audit;
  private final PersonId by;
  private final Predicate<Giving> rule;
  private final List<PersonId> changed = new ArrayList<>();

  RolesByFile(Audit audit, PersonId by, Predicate<Giving> rule) {
    this.audit = audit;
    this.by = by;
    this.rule = rule;
  }

  @Override
  public boolean may(Giving giving) {
    return rule.test(giving);
  }

  @Override
  public void gave(SqlConnection tx, Giving giving) {
    if (by.equals(PersonId.SYSTEM) && giving.before().isEmpty()) return; // the register is new
    var roles = new JsonArray().add(codes(giving.before())).add(codes(giving.after()));
    var object = "person " + giving.who().value();
    audit.record(tx, by, "person.changed", object, new JsonObject().put("roles", roles));
    if (!giving.before().isEmpty()) changed.add(giving.who());
  }

  /// Those whose session holds other rights than they have now.
  List<PersonId> changed() {
    return changed;
  }

  private static JsonArray codes(Set<Role> roles) {
    return new JsonArray(roles.stream().map(Role::code).sorted().toList());
  }
}
