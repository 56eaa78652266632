package org.apricotdesk.deploy.command;

import java.nio.file.Path;
import org.apricotdesk.deploy.backup.Restore;
import org.apricotdesk.deploy.service.Storage;

/// `restore FILE`: puts a backup into an empty database.
final class RestoreCommand implements Command {
  @Override
  public String name() {
    return "restore";
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
      var done = new Restore(storage.database(), media).read(file);
      terminal.say(
          "restored and compared: %d tables with %d rows and %d attachments"
              .formatted(done.tables(), done.rows(), done.attachments()));
      return CommandLine.DONE;
    }
  }
}
