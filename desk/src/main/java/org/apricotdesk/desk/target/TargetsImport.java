package org.apricotdesk.desk.target;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.desk.staff.ImportReport.Counting;
import org.apricotdesk.desk.staff.ImportReport.Happened;
import org.apricotdesk.desk.staff.ImportReport.Problem;

/// Loads a version of the targets from a file. It counts from the day the file names as `from`, or
/// from tomorrow.
public final class TargetsImport {
  private final Database database;
  private final Policies policies;
  private final Known known;
  private final Clock clock;
  private final ZoneId zone;

  public TargetsImport(
      Database database, Policies policies, Known known, Clock clock, ZoneId zone) {
    this.database = database;
    this.policies = policies;
    this.known = known;
    this.clock = clock;
    this.zone = zone;
  }

  /// @param json the text of a file of targets
  public ImportReport load(String json) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    JsonObject file;
    LocalDate from;
    try {
      file = new JsonObject(json);
      var named = file.remove("from");
      from = named == null ? today.plusDays(1) : LocalDate.parse(named.toString());
    } catch (DecodeException | DateTimeException wrong) {
      return ImportReport.refusing("file", "not-targets");
    }
    if (!from.isAfter(today)) return ImportReport.refusing("from", "past", from);
    var read = TargetsFile.read(file.encode(), policies.all().size() + 1);
    return read.targets()
        .map(targets -> checked(targets, from))
        .orElseGet(() -> ImportReport.refusing(read.problems()));
  }

  private ImportReport checked(Targets targets, LocalDate from) {
    var unknown =
        targets.unknown(known).stream().map(what -> new Problem(what, "unknown.either")).toList();
    return unknown.isEmpty() ? store(targets, from) : ImportReport.refusing(unknown);
  }

  private ImportReport store(Targets targets, LocalDate from) {
    var counting = new Counting();
    var last = policies.all().getLast().targets();
    if (TargetsFile.write(last).equals(TargetsFile.write(targets))) {
      counting.count("targets", Happened.UNCHANGED);
      return counting.report();
    }
    var begins = from.atStartOfDay(zone).toInstant();
    database.inTransaction(tx -> policies.publish(tx, targets, begins, "import"));
    policies.refresh();
    counting.count("targets", Happened.ADDED);
    return counting.report();
  }
}
