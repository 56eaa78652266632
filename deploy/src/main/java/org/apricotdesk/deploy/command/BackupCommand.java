package org.apricotdesk.deploy.command;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.deploy.backup.Backup;
import org.apricotdesk.deploy.service.Storage;
import org.apricotdesk.desk.audit.Audit;
import org.apricotdesk.desk.staff.PersonId;

/// `backup FILE`: writes everything into one file, while the service runs.
final class BackupCommand implements Command {
  @Override
  public String name() {
    return "backup";
  }

  @Override
  public Options options() {
    return Options.CONFIG;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    var file = Path.of(arguments.exactly(1, "FILE").words().getFirst());
    var settings = terminal.settings(arguments);
    var media = settings.dataDir().resolve("media");
    try (var storage = Storage.open(settings)) {
      var done = new Backup(storage.database(), media, Clock.systemUTC()).write(file);
      remember(storage, done);
      terminal.say(
          "written and verified: %d tables with %d rows and %d attachments"
              .formatted(done.tables(), done.rows(), done.attachments()));
      return CommandLine.DONE;
    }
  }

  /// The console tells from this line how old the last backup is.
  private static void remember(Storage storage, Backup.Summary done) {
    var vertx = Vertx.vertx();
    try (var database = Database.open(vertx, storage.database())) {
      var detail = new JsonObject().put("tables", done.tables()).put("rows", done.rows());
      new Audit(database, Clock.systemUTC())
          .record(database.pool(), PersonId.SYSTEM, "backup.made", "backup", detail);
    } finally {
      vertx.close().await();
    }
  }
}
