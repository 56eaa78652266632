package org.apricotdesk.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apricotdesk.desk.privacy.Masker;

/// Judges understanding on messages the models were not trained on: five folds, messages that the
/// same article answers stay together. Rules and word lists are the same in every fold.
final class CrossValidation {
  private static final int FOLDS = 5;
  private static final Hints HINTS = SampleKnowledge.open().hints();
  private static final Masker MASKER = new Masker(SampleDesk.staffNames()::contains);

  private final Map<String, int[]> figures = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  static CrossValidation run() {
    var validation = new CrossValidation();
    IntStream.range(0, FOLDS).forEach(validation::fold);
    return validation;
  }

  public static void main(String[] arguments) {
    var validation = run();
    validation.failures.forEach(System.out::println);
    validation
        .figures
        .keySet()
        .forEach(name -> System.out.println(name + " " + validation.share(name)));
  }

  double share(String figure) {
    var counts = figures.getOrDefault(figure, new int[] {0, 1});
    return counts[0] / (double) counts[1];
  }

  private void fold(int fold) {
    var messages = Corpus.messages();
    var training = messages.stream().filter(message -> foldOf(message) != fold).toList();
    var models =
        new Models(
            Trainer.train(Corpus.categories(training)), Trainer.train(Corpus.kinds(training)));
    var understanding =
        new Understanding(models, HINTS, SampleDesk.categories(), SampleDesk.register());
    messages.stream()
        .filter(message -> foldOf(message) == fold)
        .forEach(
            message ->
                judge(
                    message,
                    understanding.understand(Sentence.of(MASKER.mask(message.text()).text()))));
  }

  private static int foldOf(Corpus.Message message) {
    return Math.floorMod(message.group().hashCode() * 31 + 7, FOLDS);
  }

  private void judge(Corpus.Message message, Understood understood) {
    var item = understood.main();
    count("kind", message, message.kind(), item.kind().code());
    message
        .category()
        .ifPresent(
            wanted ->
                count(
                    "category",
                    message,
                    wanted,
                    item.category().map(Object::toString).orElse("-")));
    message
        .priority()
        .ifPresent(
            wanted ->
                count("priority", message, wanted, item.priority().map(Enum::name).orElse("-")));
    count(
        "department",
        message,
        message.department().orElse("-"),
        item.department().map(DepartmentMention::text).orElse("-"));
  }

  private void count(String figure, Corpus.Message message, String wanted, String got) {
    var counts = figures.computeIfAbsent(figure, _ -> new int[2]);
    counts[1]++;
    if (wanted.equals(got)) {
      counts[0]++;
    } else {
      failures.add(
          figure + " " + wanted + " <- " + got + "  " + message.id() + " " + message.text());
    }
  }
}
