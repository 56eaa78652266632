package org.apricotdesk.desk.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.sqlclient.SqlConnection;
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
  public ImportReport load(String json) {
    OrgFile file;
    try {
      file = OrgFile.read(json);
    } catch (JsonProcessingException failure) {
      return ImportReport.refusing("file", failure.getOriginalMessage());
    }
    var report = database.inTransaction(tx -> store(tx, file));
    people.refresh();
    return report;
  }

  private static ImportReport store(SqlConnection tx, OrgFile file) {
    var counting = new Counting();
    var known = new PeopleStore(tx).load();
    new OrgCheck(file, known, counting).run();
    if (counting.problems().isEmpty()) new OrgStore(tx, counting).save(file, known);
    return counting.report();
  }
}
