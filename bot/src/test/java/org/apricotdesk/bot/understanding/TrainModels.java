package org.apricotdesk.bot.understanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes the models that are shipped; `deploy/docs/understanding.md` says when and how to run it.
final class TrainModels {
  private TrainModels() {}

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    var messages = Corpus.messages();
    write(folder.resolve("category.model"), Corpus.categories(messages));
    write(folder.resolve("kind.model"), Corpus.kinds(messages));
  }

  private static void write(Path file, List<Trainer.Example> examples) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      Trainer.train(examples).write(out);
    }
  }
}
