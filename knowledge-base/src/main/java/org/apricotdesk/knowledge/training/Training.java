package org.apricotdesk.knowledge.training;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apricotdesk.knowledge.embedding.Embedder;
import org.apricotdesk.knowledge.embedding.EmbeddingModel;
import org.apricotdesk.knowledge.evaluate.BadInput;
import org.apricotdesk.knowledge.search.Genre;
import org.apricotdesk.knowledge.search.SearchIndex;

/// Learns the ranking's and the confidence's weights from judged sets, for each kind of index its
/// own.
///
/// Whatever it reports comes from questions that the weights in question never saw: five folds,
/// questions with the same answer in one fold. The weights it writes come from all folds. The same
/// input gives the same output.
public final class Training {
  private static final int CANDIDATES = 1000;

  /// More than in use, since other weights put others in front.
  private static final int CLOSELY = 60;

  private Training() {}

  /// @param folder one folder a set, see `deploy/docs/retrieval.md`
  /// @param out where a folder for each kind of index goes, with `ranking.properties`,
  ///     `closer.properties` and `confidence.properties`
  /// @return the report, a Markdown table
  /// @throws BadInput if there is no set or a file cannot be read; nothing is written then
  public static String run(Path folder, Path out) {
    try (var embedder = EmbeddingModel.load()) {
      return run(folder, out, embedder);
    }
  }

  static String run(Path folder, Path out, Embedder embedder) {
    var judged = JudgedSet.readAll(folder);
    if (judged.isEmpty()) throw new BadInput("there is no set in " + folder);
    Map<Genre, Course> courses = new EnumMap<>(Genre.class);
    for (var set : judged) look(set, embedder, courses);
    var report = new StringBuilder("| five folds | nDCG@10 | first right | in first three |");
    report.append(" no-answer AUROC | right decision |\n| --- | --- | --- | --- | --- | --- |\n");
    courses.forEach((genre, course) -> report.append(course.finish(out.resolve(genre.folder()))));
    return report.toString();
  }

  private static void look(JudgedSet set, Embedder embedder, Map<Genre, Course> courses) {
    try (var index = SearchIndex.open(new ByteBuffersDirectory(), embedder)) {
      index.put(set.articles());
      var lessons =
          set.questions().stream()
              .map(one -> Lesson.of(one, index.searchWidely(one.text(), CANDIDATES, CLOSELY)))
              .toList();
      var genre = lessons.getFirst().result().genre();
      courses.computeIfAbsent(genre, _ -> new Course()).add(set.name(), lessons);
    }
  }
}
