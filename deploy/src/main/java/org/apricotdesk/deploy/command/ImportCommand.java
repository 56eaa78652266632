package org.apricotdesk.deploy.command;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.deploy.service.Storage;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.ImportReport;
import org.apricotdesk.knowledge.article.ArticleFiles;
import org.apricotdesk.knowledge.article.Articles;
import org.apricotdesk.knowledge.article.PatientDataScan;

/// `import org|catalogue|calendar|targets|knowledge PATH`: loads data, all or nothing.
final class ImportCommand implements Command {
  @Override
  public String name() {
    return "import";
  }

  @Override
  public Options options() {
    return Options.CONFIG;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    var words = arguments.exactly(2, "org|catalogue|calendar|targets|knowledge PATH").words();
    var kind = Kind.of(words.get(0));
    var path = Path.of(words.get(1));
    if (!Files.exists(path)) throw new IOException(path + " does not exist");
    var settings = terminal.settings(arguments);
    var vertx = Vertx.vertx();
    try (var storage = Storage.open(settings).migrated();
        var desk = Desk.open(storage.connect(vertx), Clock.systemUTC(), settings)) {
      return switch (kind) {
        case ORG -> report(desk.importOrganisation(Files.readString(path)), terminal);
        case CATALOGUE -> report(desk.importCatalogue(Files.readString(path)), terminal);
        case CALENDAR -> report(desk.importCalendar(Files.readString(path)), terminal);
        case TARGETS -> report(desk.importTargets(Files.readString(path)), terminal);
        case KNOWLEDGE -> report(articles(storage.connect(vertx), desk, path), terminal);
      };
    } finally {
      vertx.close().await();
    }
  }

  /// Only the articles are written; running instances follow them into their indexes.
  private static org.apricotdesk.knowledge.article.ImportReport articles(
      Database database, Desk desk, Path path) {
    var masker = new Masker(desk.people()::isStaffName);
    var scan = new PatientDataScan(text -> masker.mask(text).hidesAnything());
    var articles = new Articles(database, Clock.systemUTC(), scan);
    return articles.importAll(ArticleFiles.read(path), "import");
  }

  private static int report(ImportReport report, Terminal terminal) {
    if (!report.stored()) {
      report.refused().forEach(one -> terminal.error("refused " + one.where() + ": " + one.why()));
      terminal.error(report.refused().size() + " problems; nothing was stored");
      return CommandLine.FAILED;
    }
    new TreeMap<>(report.kinds())
        .forEach(
            (kind, tally) ->
                terminal.say(
                    "%-12s %5d added %5d changed %5d unchanged"
                        .formatted(kind, tally.added(), tally.changed(), tally.unchanged())));
    return CommandLine.DONE;
  }

  private static int report(
      org.apricotdesk.knowledge.article.ImportReport report, Terminal terminal) {
    var tally = new ImportReport.Tally(report.added(), report.changed(), report.unchanged());
    var refused =
        report.refused().stream()
            .map(one -> new ImportReport.Problem(one.where(), "said", one.why()))
            .toList();
    return report(new ImportReport(Map.of("article", tally), refused), terminal);
  }

  /// What can be loaded.
  private enum Kind {
    ORG,
    CATALOGUE,
    CALENDAR,
    TARGETS,
    KNOWLEDGE;

    static Kind of(String word) {
      for (var kind : values()) {
        if (kind.name().toLowerCase(Locale.ROOT).equals(word)) return kind;
      }
      throw new MisuseException("cannot import '" + word + "'");
    }
  }
}
