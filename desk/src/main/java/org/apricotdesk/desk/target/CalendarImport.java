package org.apricotdesk.desk.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.desk.staff.ImportReport.Counting;
import org.apricotdesk.desk.staff.ImportReport.Happened;
import org.apricotdesk.desk.staff.People;

/// Loads one year's calendar, all of it or nothing. The year before stays as it was.
public final class CalendarImport {
  private static final String LATEST =
      "SELECT content FROM desk.calendar WHERE year = $1 ORDER BY version DESC LIMIT 1";
  private static final String ADD =
      "INSERT INTO desk.calendar (year, content, known_from) VALUES ($1, $2, $3)";
  private static final String MOVED =
      "UPDATE desk.revision SET value = value + 1 WHERE name = 'calendar'";

  private final Database database;
  private final People people;
  private final Calendars calendars;
  private final Clock clock;

  public CalendarImport(Database database, People people, Calendars calendars, Clock clock) {
    this.database = database;
    this.people = people;
    this.calendars = calendars;
    this.clock = clock;
  }

  /// @param json the text of a calendar file
  public ImportReport load(String json) {
    CalendarFile file;
    try {
      file = CalendarFile.read(json);
    } catch (JsonProcessingException failure) {
      return ImportReport.refusing("file", "json", failure.getOriginalMessage());
    }
    var check = new CalendarCheck(file, id -> people.campus(id).isPresent());
    var year = check.read();
    if (!check.problems().isEmpty()) return ImportReport.refusing(check.problems());
    var happened = database.inTransaction(tx -> store(tx, year.year(), new JsonObject(json)));
    calendars.refresh();
    var counting = new Counting();
    counting.count("calendar " + year.year(), happened);
    return counting.report();
  }

  private Happened store(SqlConnection tx, int year, JsonObject content) {
    var rows = tx.preparedQuery(LATEST).execute(Tuple.of(year)).await();
    var before = rows.size() > 0;
    if (before && content.equals(rows.iterator().next().getJsonObject("content")))
      return Happened.UNCHANGED;
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    tx.preparedQuery(ADD).execute(Tuple.of(year, content, now)).await();
    tx.query(MOVED).execute().await();
    return before ? Happened.CHANGED : Happened.ADDED;
  }
}
