package org.apricotdesk.desk.console;

import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.Register;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.web.Speech;

/// A team with its lead and its squads, one a line as `outpatient 门诊`.
final class TeamForm implements Editable {
  private final Desk desk;
  private final Choices choices;

  TeamForm(Desk desk) {
    this.desk = desk;
    this.choices = new Choices(desk);
  }

  @Override
  public String section() {
    return "teams";
  }

  @Override
  public String noun() {
    return "team";
  }

  @Override
  public boolean grows() {
    return true;
  }

  private Optional<Team> team(String id) {
    return desk.people().teams().stream().filter(one -> one.id().value().equals(id)).findFirst();
  }

  @Override
  public Optional<String> name(String id) {
    return team(id).map(Team::name);
  }

  @Override
  public List<Field> fields(Speech speech, String id) {
    var team = team(id);
    var squads = team.map(Team::squads).orElse(List.of());
    return List.of(
        Field.text("name", team.map(Team::name).orElse("")),
        Field.oneOf(
            "lead", team.flatMap(Team::lead).map(PersonId::value).orElse(""), choices.deskStaff()),
        Field.lines("squads", squads.stream().map(s -> s.id() + " " + s.name()).toList()),
        Field.yes("rounds", team.map(Team::rounds).orElse(false)));
  }

  @Override
  public Map<String, String> problems(PersonId by, String id, Entered entered) {
    var problems = new HashMap<String, String>();
    var name = entered.text("name");
    if (name.isEmpty() || name.length() > 30) problems.put("name", "edit.name");
    choices.checkGiven(problems, "lead", entered, choices.deskStaff());
    if (!entered.all("squads").stream().allMatch(line -> line.matches("[a-z0-9_-]{2,40} .{1,30}")))
      problems.put("squads", "edit.squads");
    else if (entered.all("squads").stream().anyMatch(line -> isOfAnother(id, line)))
      problems.put("squads", "edit.squad-taken");
    else if (!keepsAll(id, entered)) problems.put("squads", "edit.squad-gone");
    return problems;
  }

  private boolean isOfAnother(String id, String line) {
    var squad = line.split(" ", 2)[0];
    return desk.people().teams().stream()
        .filter(team -> !team.id().value().equals(id))
        .anyMatch(team -> team.squads().stream().anyMatch(one -> one.id().equals(squad)));
  }

  /// People and kinds of work point to squads: they are renamed, never dropped.
  private boolean keepsAll(String id, Entered entered) {
    return team(id).map(Team::squads).orElse(List.of()).stream()
        .allMatch(
            squad ->
                entered.all("squads").stream()
                    .anyMatch(l -> l.split(" ", 2)[0].equals(squad.id())));
  }

  @Override
  public void save(SqlConnection tx, String id, Entered entered) {
    var squads =
        entered.all("squads").stream()
            .map(line -> line.split(" ", 2))
            .map(parts -> new Team.Squad(parts[0], parts[1].strip()))
            .toList();
    var lead = entered.given("lead").map(PersonId::new);
    var name = entered.text("name");
    new Register(tx).put(new Team(new TeamId(id), name, lead, squads, entered.yes("rounds")));
  }

  @Override
  public void saved(RoutingContext context, String id, Entered before, Entered now) {
    desk.people().refresh();
  }
}
