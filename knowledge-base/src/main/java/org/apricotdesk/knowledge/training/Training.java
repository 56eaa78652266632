package org.apricotdesk.knowledge.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apricotdesk.knowledge.embedding.Embedder;
import org.apricotdesk.knowledge.embedding.EmbeddingModel;
import org.apricotdesk.knowledge.evaluate.BadInput;
import org.apricotdesk.knowledge.search.SearchIndex;

/// Learns the ranking's and the confidence's weights from judged sets, one set of weights for all.
///
/// Whatever it reports comes from questions that the weights in question never saw: five folds,
/// questions with the same answer in one fold. The weights it writes come from all folds. The same
/// input gives the same output.
public final class Training {
  private static final int CANDIDATES = 1000;

  /// More than in use, since other weights put others in front.
  private static final int CLOSELY = 60;

  private static final int NONE_HELD_BACK = -1;

  /// Nobody types first letters in the judged sets, so nothing can be learned about them.
  private static final Map<String, Double> BY_HAND =
      Map.of("initials.title", 4.0, "initials.label", 3.0);

  private final List<String> sets = new ArrayList<>();
  private final List<List<Lesson>> lessons = new ArrayList<>();

  private Training() {}

  /// @param folder one folder a set, see `deploy/docs/retrieval.md`
  /// @param deciding the set on whose questions the thresholds are chosen
  /// @param out where `ranking.properties`, `closer.properties` and `confidence.properties` go
  /// @return the report, a Markdown table
  /// @throws BadInput if there is no such set or a file cannot be read; nothing is written then
  public static String run(Path folder, String deciding, Path out) {
    try (var embedder = EmbeddingModel.load()) {
      return run(folder, deciding, out, embedder);
    }
  }

  static String run(Path folder, String deciding, Path out, Embedder embedder) {
    var training = new Training();
    var judged = JudgedSet.readAll(folder);
    if (judged.stream().noneMatch(set -> set.name().equals(deciding))) {
      throw new BadInput("there is no set '" + deciding + "' in " + folder);
    }
    for (var set : judged) training.look(set, embedder);
    var held = training.rankedByOthers();
    int place = training.sets.indexOf(deciding);
    var figures = figures(held, place);
    training.write(out, held, figures, place);
    return training.report(figures);
  }

  private void look(JudgedSet set, Embedder embedder) {
    try (var index = SearchIndex.open(new ByteBuffersDirectory(), embedder)) {
      index.put(set.articles());
      sets.add(set.name());
      lessons.add(
          set.questions().stream()
              .map(one -> Lesson.of(one, index.searchWidely(one.text(), CANDIDATES, CLOSELY)))
              .toList());
    }
  }

  private Weights learn(int withoutFold) {
    return Weights.learn(
        lessons.stream()
            .map(set -> set.stream().filter(one -> one.fold() != withoutFold).toList())
            .toList());
  }

  /// Every question ranked by the weights of the folds it is not in.
  private List<List<Ranked>> rankedByOthers() {
    var weights = IntStream.range(0, Lesson.FOLDS).mapToObj(this::learn).toList();
    return lessons.stream()
        .map(set -> set.stream().map(one -> Ranked.of(one, weights.get(one.fold()))).toList())
        .toList();
  }

  private static List<Figures> figures(List<List<Ranked>> held, int deciding) {
    var models =
        IntStream.range(0, Lesson.FOLDS)
            .mapToObj(fold -> confidence(held, deciding, fold))
            .toList();
    return held.stream()
        .map(
            set ->
                new Figures(
                    set,
                    set.stream()
                        .mapToDouble(one -> models.get(one.lesson().fold()).of(one))
                        .toArray()))
        .toList();
  }

  private static Confidences confidence(List<List<Ranked>> held, int deciding, int withoutFold) {
    return Confidences.learn(
        held.stream()
            .map(set -> set.stream().filter(one -> one.lesson().fold() != withoutFold).toList())
            .toList(),
        deciding);
  }

  private String report(List<Figures> figures) {
    var out = new StringBuilder("| five folds | nDCG@10 | first right | in first three |");
    out.append(" no-answer AUROC | right decision |\n| --- | --- | --- | --- | --- | --- |\n");
    for (int i = 0; i < sets.size(); i++) {
      var one = figures.get(i);
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
              sets.get(i),
              one.gain(),
              one.right(1),
              one.right(3),
              one.separation(),
              one.decisions()));
    }
    return out.toString();
  }

  private void write(Path out, List<List<Ranked>> held, List<Figures> figures, int deciding) {
    var learned = learn(NONE_HELD_BACK);
    var all = lessons.getFirst().getFirst();
    var near = all.closer(learned.first(all));
    var ranking = named(all, learned.first());
    ranking.putAll(BY_HAND);
    var closer = named(near, learned.closer());
    var confidence = new LinkedHashMap<String, Double>();
    confidence.put("threshold.possible", figures.get(deciding).possible());
    confidence.put("threshold.sure", figures.get(deciding).trusted());
    confidence.putAll(Confidences.learn(held, deciding).named());
    write(out.resolve("ranking.properties"), "How much each signal counts.", ranking);
    write(out.resolve("closer.properties"), "How much each counts at a closer look.", closer);
    write(out.resolve("confidence.properties"), "How sure we are.", confidence);
  }

  private static Map<String, Double> named(Lesson lesson, double[] weights) {
    var out = new LinkedHashMap<String, Double>();
    var names = lesson.result().signals().names();
    for (int i = 0; i < weights.length; i++) out.put(names.get(i), weights[i]);
    return out;
  }

  private static void write(Path file, String what, Map<String, Double> weights) {
    var lines = new ArrayList<String>();
    lines.add("# " + what + " Written by `evaluate training`; see deploy/docs/retrieval.md.");
    weights.forEach(
        (name, weight) -> lines.add(String.format(Locale.ROOT, "%s=%.5g", name, weight)));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + file, failure);
    }
  }
}
