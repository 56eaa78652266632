package org.apricotdesk.deploy.command;

import java.nio.file.Path;
import java.time.Clock;
import org.apricotdesk.deploy.backup.Backup;
import org.apricotdesk.deploy.service.Storage;

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
      terminal.say(
          "written and verified: %d tables with %d rows and %d attachments"
              .formatted(done.tables(), done.rows(), done.attachments()));
      return CommandLine.DONE;
    }
  }
}
