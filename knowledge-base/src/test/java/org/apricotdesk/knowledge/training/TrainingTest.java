package org.apricotdesk.knowledge.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.knowledge.embedding.EmbeddingModel;
import org.apricotdesk.knowledge.evaluate.BadInput;
import org.apricotdesk.knowledge.evaluate.EvaluateAnswers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Learns from the first printers, wristbands and logins of the sample hospital.
class TrainingTest {
  private static final String LAST = "KB-0040";
  @TempDir static Path folder;

  @BeforeAll
  static void write_a_small_set() throws IOException {
    var set = Files.createDirectories(folder.resolve("sets/small/kb"));
    SampleHospital.writeArticles(set);
    try (var files = Files.list(set)) {
      for (var file : files.toList()) {
        if (file.getFileName().toString().compareTo(LAST + ".md") > 0) Files.delete(file);
      }
    }
    var json = new ObjectMapper();
    var kept = new StringBuilder();
    try (var in = EvaluateAnswers.class.getResourceAsStream("queries-dev.jsonl")) {
      for (var line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        if (line.isBlank()) continue;
        var answer = json.readTree(line).path("kb").path(0).asText();
        if (answer.compareTo(LAST) <= 0) kept.append(line).append('\n');
      }
    }
    Files.writeString(set.resolveSibling("queries.jsonl"), kept);
  }

  @Test
  void what_is_learned_holds_for_questions_held_back_and_is_the_same_every_time()
      throws IOException {
    try (var model = EmbeddingModel.load()) {
      var report = Training.run(folder.resolve("sets"), folder.resolve("one"), model);
      Training.run(folder.resolve("sets"), folder.resolve("two"), model);

      var cells = report.lines().reduce((_, last) -> last).orElseThrow().split(" \\| ", -1);
      assertThat(Double.parseDouble(cells[1])).as("nDCG@10").isGreaterThan(0.9);
      assertThat(Double.parseDouble(cells[4])).as("AUROC").isGreaterThan(0.85);
    }
    for (var name : List.of("ranking.properties", "closer.properties", "confidence.properties")) {
      assertThat(folder.resolve("one/articles").resolve(name))
          .hasSameTextualContentAs(folder.resolve("two/articles").resolve(name));
    }
    var confidence = new Properties();
    try (var in = Files.newInputStream(folder.resolve("one/articles/confidence.properties"))) {
      confidence.load(in);
    }
    assertThat(Double.parseDouble(confidence.getProperty("threshold.sure")))
        .isGreaterThanOrEqualTo(Double.parseDouble(confidence.getProperty("threshold.possible")));
  }

  @Test
  void a_folder_without_sets_is_named_and_nothing_is_written() {
    var empty = folder.resolve("sets/small/kb");
    assertThatThrownBy(() -> Training.run(empty, folder.resolve("none")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(empty.toString());
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void the_least_value_of_a_bent_valley_is_found() {
    var found =
        Minimum.of(
            (at, slope) -> {
              double a = 1 - at[0];
              double b = at[1] - at[0] * at[0];
              slope[0] = -2 * a - 400 * at[0] * b;
              slope[1] = 200 * b;
              return a * a + 100 * b * b;
            },
            2,
            200);

    assertThat(found[0]).isBetween(0.99, 1.01);
    assertThat(found[1]).isBetween(0.98, 1.02);
  }
}
