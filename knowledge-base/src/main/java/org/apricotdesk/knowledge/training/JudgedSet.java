package org.apricotdesk.knowledge.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apricotdesk.knowledge.evaluate.BadInput;
import org.apricotdesk.knowledge.evaluate.Corpus;
import org.apricotdesk.knowledge.search.Searchable;

/// Articles, and questions of which it is known which articles answer them.
///
/// On disk a folder with `corpus.jsonl` or a folder `kb` of Markdown articles, `queries.jsonl`, and
/// `qrels.tsv` unless the questions name their answers themselves as `kb`.
record JudgedSet(String name, List<Searchable> articles, List<Judged> questions) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// @param answers ids of the articles that answer it, each with how well; best first
  record Judged(String text, Map<String, Double> answers) {
    Judged {
      answers = new LinkedHashMap<>(answers);
    }

    boolean hasAnswer() {
      return !answers.isEmpty();
    }
  }

  /// Every folder within that holds questions, by name.
  static List<JudgedSet> readAll(Path folder) {
    try (var inside = Files.list(folder)) {
      return inside
          .filter(one -> Files.exists(one.resolve("queries.jsonl")))
          .sorted()
          .map(JudgedSet::read)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + folder, failure);
    }
  }

  private static JudgedSet read(Path folder) {
    var corpus = folder.resolve("corpus.jsonl");
    var articles = Corpus.read(Files.exists(corpus) ? corpus : folder.resolve("kb"));
    return new JudgedSet(String.valueOf(folder.getFileName()), articles, questions(folder));
  }

  private static List<Judged> questions(Path folder) {
    var grades = grades(folder.resolve("qrels.tsv"));
    var out = new ArrayList<Judged>();
    for (var line : lines(folder.resolve("queries.jsonl"))) {
      if (line.isBlank()) continue;
      var json = json(line, folder);
      var answers = new LinkedHashMap<>(grades.getOrDefault(json.path("id").asText(), Map.of()));
      json.path("kb").forEach(id -> answers.put(id.asText(), 1.0));
      out.add(new Judged(json.path("text").asText(), answers));
    }
    return out;
  }

  private static Map<String, Map<String, Double>> grades(Path file) {
    var out = new LinkedHashMap<String, Map<String, Double>>();
    if (!Files.exists(file)) return out;
    for (var line : lines(file)) {
      var cells = line.split("\t", -1);
      if (cells.length < 3 || !cells[2].matches("[0-9.]+")) continue;
      double grade = Double.parseDouble(cells[2]);
      var answers = out.computeIfAbsent(cells[0], _ -> new LinkedHashMap<>());
      if (grade > 0) answers.put(cells[1], grade);
    }
    return out;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    }
  }

  private static JsonNode json(String line, Path folder) {
    try {
      return JSON.readTree(line);
    } catch (IOException bad) {
      throw new BadInput(folder + "/queries.jsonl: not JSON", bad);
    }
  }
}
