package org.apricotdesk.knowledge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apricotdesk.config.sample.SampleHospital;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the line: the figures measured on the development questions may not sink, nor those on
/// questions that were written before they were measured with and that nothing was learned from:
/// `near-duplicates.jsonl` about five articles on printers and five on signing in, `unseen.jsonl`
/// about ten others, `every-article.jsonl` two about each of all 160, by somebody who had read
/// nothing but the articles.
class EvaluateAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, JsonNode> RUN = new HashMap<>();
  private static final Map<String, List<String>> RIGHT = new HashMap<>();
  private static final String DEVELOPMENT = "QD-";
  private static final String PRINTER = "printer-";
  private static final String LOGIN = "login-";
  private static final String UNSEEN = "found-";
  private static final String EVERY_ARTICLE = "U";
  @TempDir static Path folder;

  @BeforeAll
  static void answer_all_questions() throws IOException {
    var articles = Files.createDirectory(folder.resolve("articles"));
    SampleHospital.writeArticles(articles);
    var queries = folder.resolve("queries.jsonl");
    try (var out = Files.newOutputStream(queries)) {
      for (var name : List.of("queries-dev", "near-duplicates", "unseen", "every-article")) {
        try (var in = EvaluateAnswersTest.class.getResourceAsStream(name + ".jsonl")) {
          in.transferTo(out);
        }
      }
    }
    var run = folder.resolve("run.jsonl");
    EvaluateAnswers.run(articles, queries, run);
    for (var line : Files.readAllLines(run)) {
      var json = JSON.readTree(line);
      RUN.put(json.get("qid").asText(), json);
    }
    for (var line : Files.readAllLines(queries)) {
      var json = JSON.readTree(line);
      RIGHT.put(json.get("id").asText(), texts(json.get("kb")));
    }
  }

  @Test
  void the_first_article_is_right_for_nine_in_ten_questions() {
    assertThat(share(DEVELOPMENT, 1)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void one_of_the_first_three_is_right_almost_always() {
    assertThat(share(DEVELOPMENT, 3)).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void answering_and_keeping_silent_is_right_nine_times_in_ten() {
    assertThat(handledRight(DEVELOPMENT)).isGreaterThanOrEqualTo(0.91);
  }

  @Test
  void articles_that_are_easily_mistaken_are_told_apart() {
    assertThat(share(PRINTER, 1)).isGreaterThanOrEqualTo(0.70);
    assertThat(share(PRINTER, 3)).isGreaterThanOrEqualTo(0.90);
    assertThat(share(LOGIN, 1)).isGreaterThanOrEqualTo(0.88);
    assertThat(share(LOGIN, 3)).isGreaterThanOrEqualTo(0.96);
  }

  @Test
  void questions_nobody_saw_before_are_answered() {
    assertThat(share(UNSEEN, 1)).isGreaterThanOrEqualTo(0.80);
    assertThat(share(UNSEEN, 3)).isGreaterThanOrEqualTo(0.92);
    assertThat(share(EVERY_ARTICLE, 1)).isGreaterThanOrEqualTo(0.88);
    assertThat(share(EVERY_ARTICLE, 3)).isGreaterThanOrEqualTo(0.95);
    assertThat(handledRight(EVERY_ARTICLE)).isGreaterThanOrEqualTo(0.80);
  }

  @Test
  void every_question_gets_a_hundred_results_without_repetition() {
    assertThat(RUN).hasSize(RIGHT.size());
    assertThat(RUN.values())
        .allSatisfy(line -> assertThat(found(line)).hasSize(100).doesNotHaveDuplicates());
  }

  @Test
  void a_line_that_is_not_json_is_named() throws IOException {
    var bad =
        Files.writeString(folder.resolve("bad.jsonl"), "{\"id\":\"1\",\"text\":\"a\"}\nhello\n");

    assertThatThrownBy(
            () -> EvaluateAnswers.run(folder.resolve("articles"), bad, folder.resolve("out")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("bad.jsonl:2");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void an_article_without_front_matter_is_named() throws IOException {
    var articles = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(articles.resolve("KB-1.md"), "# nothing");
    var queries = Files.writeString(folder.resolve("one.jsonl"), "{\"id\":\"1\",\"text\":\"a\"}\n");

    assertThatThrownBy(() -> EvaluateAnswers.run(articles, queries, folder.resolve("out")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("KB-1.md");
  }

  private static double share(String kind, int first) {
    var answerable = of(kind).filter(id -> !RIGHT.getOrDefault(id, List.of()).isEmpty()).toList();
    long hit = answerable.stream().filter(id -> isRight(id, first)).count();
    return hit / (double) answerable.size();
  }

  private static double handledRight(String kind) {
    return of(kind).filter(EvaluateAnswersTest::isHandledRight).count() / (double) of(kind).count();
  }

  /// The ids of the questions whose ids begin like this.
  private static Stream<String> of(String kind) {
    return RUN.keySet().stream().filter(id -> id.startsWith(kind));
  }

  private static boolean isRight(String id, int first) {
    var right = RIGHT.getOrDefault(id, List.of());
    return found(line(id)).stream().limit(first).anyMatch(right::contains);
  }

  private static boolean isHandledRight(String id) {
    boolean silent = line(id).get("no_answer").asBoolean();
    return silent ? RIGHT.getOrDefault(id, List.of()).isEmpty() : isRight(id, 1);
  }

  private static JsonNode line(String id) {
    return RUN.getOrDefault(id, JSON.createObjectNode());
  }

  private static List<String> found(JsonNode line) {
    return StreamSupport.stream(line.path("results").spliterator(), false)
        .map(one -> one.get("id").asText())
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
