package org.apricotdesk.desk.staff;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.config.database.Database;

/// Keeps people in step with the address book of the platform: who joined, who left, who is called
/// otherwise. What the hospital's register says about roles and teams stays.
public final class DirectorySync {
  private static final String KNOWN = "SELECT id, active FROM desk.person";

  private static final String JOIN =
      """
      INSERT INTO desk.person AS old (id, name, department, campus, roles, campus_scope)
      VALUES ($1, $2, $3, $4, '{staff}', '{}')
      ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, active = true,
            department = coalesce(old.department, excluded.department)
        WHERE old.name <> excluded.name OR NOT old.active
           OR (old.department IS NULL AND excluded.department IS NOT NULL)
      """;

  private static final String LEAVE =
      "UPDATE desk.person SET active = false WHERE id = ANY($1) AND active";

  private static final String MOVED =
      "UPDATE desk.revision SET value = value + 1 WHERE name = 'people'";

  private final Database database;
  private final People people;

  public DirectorySync(Database database, People people) {
    this.database = database;
    this.people = people;
  }

  /// Somebody in the address book.
  ///
  /// @param department the hospital's own, where the address book's is known here
  public record Member(PersonId id, String name, Optional<DepartmentId> department) {}

  /// @param left who is no longer there; what they had open must be passed on
  public record Changes(int joinedOrChanged, List<PersonId> left) {
    public Changes {
      left = List.copyOf(left);
    }
  }

  /// Takes over one member, who joined or is called otherwise.
  public void join(Member member) {
    database.inTransaction(
        tx -> {
          var changed = tx.preparedQuery(JOIN).execute(row(member)).await().rowCount();
          if (changed > 0) tx.query(MOVED).execute().await();
          return changed;
        });
    people.refresh();
  }

  /// Takes every right from somebody who has left.
  ///
  /// @return false if they had none
  public boolean leave(PersonId who) {
    var left =
        database.inTransaction(
            tx -> {
              var one = Tuple.tuple().addArrayOfString(new String[] {who.value()});
              var changed = tx.preparedQuery(LEAVE).execute(one).await().rowCount();
              if (changed > 0) tx.query(MOVED).execute().await();
              return changed > 0;
            });
    people.refresh();
    return left;
  }

  /// @param members everybody of the address book; nobody at all is taken for a failure to read it
  public Changes apply(List<Member> members) {
    if (members.isEmpty())
      throw new IllegalArgumentException("an empty address book would dismiss everybody");
    var changes = database.inTransaction(tx -> apply(tx, members));
    people.refresh();
    return changes;
  }

  private Changes apply(SqlConnection tx, List<Member> members) {
    var changed = joined(tx, members.stream().map(this::row).toList());
    var left = gone(tx, members);
    var ids = left.stream().map(PersonId::value).toArray(String[]::new);
    tx.preparedQuery(LEAVE).execute(Tuple.tuple().addArrayOfString(ids)).await();
    tx.query(MOVED).execute().await();
    return new Changes(changed, left);
  }

  /// In one go: while this transaction lasts, listeners hear of nothing younger.
  private static int joined(SqlConnection tx, List<Tuple> rows) {
    var changed = 0;
    for (var each = tx.preparedQuery(JOIN).executeBatch(rows).await();
        each != null;
        each = each.next()) changed += each.rowCount();
    return changed;
  }

  private Tuple row(Member member) {
    var department = member.department().flatMap(people::department);
    var campus = department.map(Department::campus).orElse(people.campuses().getFirst().id());
    return Tuple.tuple()
        .addString(member.id().value())
        .addString(member.name())
        .addValue(department.map(one -> one.id().value()).orElse(null))
        .addString(campus.value());
  }

  private static List<PersonId> gone(SqlConnection tx, List<Member> members) {
    Set<PersonId> there = new HashSet<>();
    members.forEach(member -> there.add(member.id()));
    return tx.preparedQuery(KNOWN).execute().await().stream()
        .filter(row -> row.getBoolean("active"))
        .map(row -> new PersonId(row.getString("id")))
        .filter(id -> !there.contains(id))
        .toList();
  }
}
