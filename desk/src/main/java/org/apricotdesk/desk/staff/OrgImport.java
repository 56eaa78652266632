package org.apricotdesk.desk.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.ImportReport.Counting;

/// Loads the hospital's register, all of it or nothing.
///
/// What the file does not mention stays as it is: ordinary staff come from the WeCom directory.
public final class OrgImport {
  private final Database database;
  private final People people;

  public OrgImport(Database database, People people) {
    this.database = database;
    this.people = people;
  }

  /// @param json the text of an `org.json`
  public ImportReport load(String json, Giver giver) {
    OrgFile file;
    try {
      file = OrgFile.read(json);
    } catch (JsonProcessingException failure) {
      return ImportReport.refusing("file", "json", failure.getOriginalMessage());
    }
    var report = database.inTransaction(tx -> store(tx, file, giver));
    people.refresh();
    return report;
  }

  private static ImportReport store(SqlConnection tx, OrgFile file, Giver giver) {
    var counting = new Counting();
    var known = new PeopleStore(tx).load();
    new OrgCheck(file, known, counting).run();
    if (!counting.problems().isEmpty()) return counting.report();
    var givings = givings(file, known);
    for (var giving : givings)
      if (!giver.may(giving)) counting.refuse(giving.who().value(), "roles", moved(giving));
    if (!counting.problems().isEmpty()) return counting.report();
    new OrgStore(tx, counting).save(file, known);
    for (var giving : givings) giver.gave(tx, giving);
    return counting.report();
  }

  /// Whoever is new and only works here is given nothing.
  private static List<Giving> givings(OrgFile file, Directory known) {
    return Stream.concat(file.engineers().stream(), file.staff().stream())
        .map(row -> giving(row, file, known))
        .filter(giving -> !giving.moved().isEmpty() && !giving.moved().equals(Set.of(Role.STAFF)))
        .toList();
  }

  private static Giving giving(OrgFile.PersonRow row, OrgFile file, Directory known) {
    var who = new PersonId(row.userid());
    var before =
        Optional.ofNullable(known.people().get(who)).filter(Person::active).map(Person::roles);
    return new Giving(who, before.orElse(Set.of()), file.roles(row));
  }

  private static String moved(Giving giving) {
    return giving.moved().stream().map(Role::code).collect(Collectors.joining(", "));
  }
}
