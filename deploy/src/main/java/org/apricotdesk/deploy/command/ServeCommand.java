package org.apricotdesk.deploy.command;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.apricotdesk.deploy.check.Check;
import org.apricotdesk.deploy.service.Service;
import org.apricotdesk.deploy.service.Storage;
import org.apricotdesk.knowledge.KnowledgeFiles;

/// `serve`: the service, until it is told to stop.
final class ServeCommand implements Command {
  @Override
  public String name() {
    return "serve";
  }

  @Override
  public Options options() {
    return Options.CONFIG;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws InterruptedException {
    var settings = terminal.settings(arguments.exactly(0, "nothing more"));
    var missing = Check.serviceKey(settings);
    if (!missing.isEmpty()) {
      missing.forEach(terminal::error);
      return CommandLine.FAILED;
    }
    var stopped = new CountDownLatch(1);
    try (var knowledge = KnowledgeFiles.in(settings.dataDir()); // beside the database's start
        var storage = Storage.open(settings).migrated();
        var _ = Service.start(settings, storage, knowledge, Clock.systemUTC())) {
      Shutdown.await(stopped);
    } finally {
      stopped.countDown();
    }
    return CommandLine.DONE;
  }
}
