package org.apricotdesk.deploy.command;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.TreeMap;
import org.apricotdesk.deploy.service.Storage;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.ImportReport;

/// `import org|catalogue|calendar|knowledge PATH`: loads data, all or nothing.
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
    var words = arguments.exactly(2, "org|catalogue|calendar|knowledge PATH").words();
    var kind = Kind.of(words.get(0));
    var text = text(Path.of(words.get(1)));
    var settings = terminal.settings(arguments);
    var vertx = Vertx.vertx();
    try (var storage = Storage.open(settings).migrated();
        var desk = Desk.open(storage.connect(vertx), Clock.systemUTC(), settings)) {
      return report(kind.load(desk, text), terminal);
    } finally {
      vertx.close().await();
    }
  }

  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file)) throw new IOException(file + " is not a file");
    return Files.readString(file);
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

  /// What can be loaded.
  private enum Kind {
    ORG,
    CATALOGUE;

    static Kind of(String word) {
      for (var kind : values()) {
        if (kind.name().toLowerCase(Locale.ROOT).equals(word)) return kind;
      }
      throw new MisuseException("cannot import '" + word + "'");
    }

    ImportReport load(Desk desk, String text) {
      return switch (this) {
        case ORG -> desk.importOrganisation(text);
        case CATALOGUE -> desk.importCatalogue(text);
      };
    }
  }
}
