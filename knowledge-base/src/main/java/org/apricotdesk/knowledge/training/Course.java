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

/// What is learned about one kind of index, from all judged sets of that kind.
final class Course {
  private static final int NONE_HELD_BACK = -1;

  /// Nobody types first letters in the judged sets, so nothing can be learned about them.
  private static final Map<String, Double> BY_HAND =
      Map.of("initials.title", 4.0, "initials.label", 3.0);

  private final List<String> sets = new ArrayList<>();
  private final List<List<Lesson>> lessons = new ArrayList<>();

  void add(String set, List<Lesson> questions) {
    sets.add(set);
    lessons.add(questions);
  }

  /// Learns, and writes the weights.
  ///
  /// @return the report's lines
  String finish(Path out) {
    var held = rankedByOthers();
    var models = IntStream.range(0, Lesson.FOLDS).mapToObj(fold -> confidence(held, fold)).toList();
    write(out, held, figures(held.stream().flatMap(List::stream).toList(), models));
    var report = new StringBuilder();
    for (int i = 0; i < sets.size(); i++) {
      report.append(row(sets.get(i), figures(held.get(i), models)));
    }
    return report.toString();
  }

  private static String row(String name, Figures figures) {
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
        name,
        figures.gain(),
        figures.right(1),
        figures.right(3),
        figures.separation(),
        figures.decisions());
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

  private static Confidences confidence(List<List<Ranked>> held, int withoutFold) {
    return Confidences.learn(
        held.stream()
            .map(set -> set.stream().filter(one -> one.lesson().fold() != withoutFold).toList())
            .toList());
  }

  private static Figures figures(List<Ranked> questions, List<Confidences> models) {
    var sure = questions.stream().mapToDouble(one -> models.get(one.lesson().fold()).of(one));
    return new Figures(questions, sure.toArray());
  }

  private void write(Path out, List<List<Ranked>> held, Figures figures) {
    var learned = learn(NONE_HELD_BACK);
    var all = lessons.getFirst().getFirst();
    var near = all.closer(learned.first(all));
    var ranking = named(all, learned.first());
    ranking.putAll(BY_HAND);
    var closer = named(near, learned.closer());
    var confidence = new LinkedHashMap<String, Double>();
    confidence.put("threshold.possible", figures.possible());
    confidence.put("threshold.sure", figures.trusted());
    confidence.putAll(Confidences.learn(held).named());
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
