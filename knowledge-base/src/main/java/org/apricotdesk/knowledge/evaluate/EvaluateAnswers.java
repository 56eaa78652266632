package org.apricotdesk.knowledge.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apricotdesk.knowledge.answer.Answer;
import org.apricotdesk.knowledge.answer.Answers;
import org.apricotdesk.knowledge.answer.Band;
import org.apricotdesk.knowledge.embedding.Embedder;
import org.apricotdesk.knowledge.embedding.EmbeddingModel;
import org.apricotdesk.knowledge.embedding.EmbeddingUnavailable;
import org.apricotdesk.knowledge.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers a file of questions from a set of articles and writes what it would have said.
///
/// Of the questions only `id` and `text` are read, never the labels.
public final class EvaluateAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(EvaluateAnswers.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RESULTS = 100;

  private EvaluateAnswers() {}

  /// @param articles a folder of Markdown articles or a `corpus.jsonl`
  /// @param queries lines of `{"id","text"}`
  /// @param run where the results go, one line a question
  /// @return how many questions were answered
  /// @throws BadInput if a file cannot be read; nothing is written then
  public static int run(Path articles, Path queries, Path run) {
    try {
      return run(articles, queries, run, EmbeddingModel.load());
    } catch (EmbeddingUnavailable without) {
      LOG.warn("searching by words only: {}", without.getMessage());
      try (var index = SearchIndex.withoutMeaning(new ByteBuffersDirectory())) {
        return run(index, articles, queries, run);
      }
    }
  }

  /// The same with an embedder of the caller's.
  public static int run(Path articles, Path queries, Path run, Embedder embedder) {
    try (var index = SearchIndex.open(new ByteBuffersDirectory(), embedder)) {
      return run(index, articles, queries, run);
    }
  }

  private static int run(SearchIndex index, Path articles, Path queries, Path run) {
    var questions = Questions.read(queries);
    index.put(Corpus.read(articles));
    var answers = new Answers(index);
    questions.stream().limit(20).forEach(one -> answers.answer(one.text(), RESULTS));
    var lines = questions.stream().map(question -> line(answers, question)).toList();
    write(run, lines);
    return lines.size();
  }

  private static String line(Answers answers, Questions.Question question) {
    long start = System.nanoTime();
    var answer = answers.answer(question.text(), RESULTS);
    double taken = (System.nanoTime() - start) / 1e6;
    return line(question.id(), answer, taken).toString();
  }

  private static ObjectNode line(String id, Answer answer, double milliseconds) {
    var out = JSON.createObjectNode().put("qid", id);
    var results = out.putArray("results");
    var seen = new HashSet<String>();
    for (var found : answer.found()) {
      if (seen.add(found.id()))
        results.addObject().put("id", found.id()).put("score", found.score());
    }
    return out.put("confidence", answer.confidence())
        .put("no_answer", answer.band() == Band.NONE)
        .put("latency_ms", Math.round(milliseconds * 100) / 100.0);
  }

  private static void write(Path run, List<String> lines) {
    try {
      Files.write(run, lines);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + run, failure);
    }
  }
}
