package org.apricotdesk.deploy.command;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apricotdesk.deploy.service.Storage;
import org.apricotdesk.knowledge.article.ArticleExport;
import org.apricotdesk.knowledge.article.Articles;
import org.apricotdesk.knowledge.article.PatientDataScan;

/// `export knowledge PATH`: writes the published articles as Markdown.
final class ExportCommand implements Command {
  @Override
  public String name() {
    return "export";
  }

  @Override
  public Options options() {
    return Options.CONFIG;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    var words = arguments.exactly(2, "knowledge PATH").words();
    if (!words.get(0).equals("knowledge")) {
      throw new MisuseException("cannot export '" + words.get(0) + "'");
    }
    var path = Path.of(words.get(1));
    var vertx = Vertx.vertx();
    try (var storage = Storage.open(terminal.settings(arguments)).migrated()) {
      var scan = new PatientDataScan(_ -> false); // nothing is published here
      var articles = new Articles(storage.connect(vertx), Clock.systemUTC(), scan);
      terminal.say(new ArticleExport(articles).write(path) + " articles written to " + path);
      return CommandLine.DONE;
    } finally {
      vertx.close().await();
    }
  }
}
