package org.apricotdesk.bot.understanding;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apricotdesk.config.sample.SampleHospital;
import org.apricotdesk.desk.catalogue.Category;

/// The texts the models are trained on and judged with.
///
/// Phrases and talk written from general knowledge, the sample hospital's catalogue and articles,
/// and the 400 labelled development messages.
final class Corpus {
  private static final int SHORTEST_REPORT = 5;
  private static final Pattern FRONT = Pattern.compile("(?m)^(\\w+): *(.*)$");
  private static final Pattern SYMPTOMS = Pattern.compile("## 现象\\s+(.*?)\\n\\n", Pattern.DOTALL);

  private static final Set<String> REQUESTS =
      SampleDesk.categories().stream()
          .filter(Category::request)
          .map(category -> category.code().value())
          .collect(Collectors.toSet());

  private Corpus() {}

  /// A development message with its labels; `group` is the article that answers it.
  record Message(
      String id,
      String text,
      String kind,
      Optional<String> category,
      Optional<String> priority,
      Optional<String> department,
      String group,
      JsonArray phi) {}

  static List<Message> messages() {
    return read("queries-dev.jsonl").lines().map(JsonObject::new).map(Corpus::message).toList();
  }

  private static Message message(JsonObject line) {
    var answers = line.getJsonArray("kb");
    return new Message(
        line.getString("id"),
        line.getString("text"),
        line.getString("kind"),
        Optional.ofNullable(line.getString("category")),
        Optional.ofNullable(line.getString("priority")),
        Optional.ofNullable(line.getString("department")),
        answers.isEmpty() ? line.getString("id") : answers.getString(0),
        line.getJsonArray("phi"));
  }

  static List<Trainer.Example> categories(List<Message> messages) {
    var examples = new ArrayList<Trainer.Example>();
    phrases((code, phrase) -> examples.add(new Trainer.Example(phrase.text, code, 1)));
    catalogue(examples);
    SampleHospital.articles().forEach(name -> article(SampleHospital.article(name), examples));
    messages.forEach(
        message ->
            message
                .category()
                .ifPresent(
                    code ->
                        examples.add(new Trainer.Example(firstReport(message.text()), code, 2))));
    return examples;
  }

  /// The label of a message with two reports belongs to the first; the rest would teach it wrongly.
  private static String firstReport(String text) {
    return Words.cues().list("joint").stream()
        .map(text::indexOf)
        .filter(at -> at >= SHORTEST_REPORT)
        .min(Integer::compare)
        .map(at -> text.substring(0, at))
        .orElse(text);
  }

  static List<Trainer.Example> kinds(List<Message> messages) {
    var examples = new ArrayList<Trainer.Example>();
    phrases((code, phrase) -> examples.add(kind(phrase.text, phrase.kind, 1, code)));
    new Words("talk.txt")
        .all()
        .forEach((kind, texts) -> texts.forEach(text -> examples.add(kind(text, kind, 1, ""))));
    messages.forEach(
        message ->
            examples.add(kind(message.text(), message.kind(), 3, message.category().orElse(""))));
    return examples;
  }

  private static Trainer.Example kind(String text, String kind, double weight, String code) {
    var marked = KindFeatures.of(PlainText.of(text), code, REQUESTS.contains(code));
    return new Trainer.Example(marked, kind, weight);
  }

  private record Phrase(String text, String kind) {}

  private interface Taker {
    void take(String code, Phrase phrase);
  }

  private static void phrases(Taker taker) {
    new Words("/org/apricotdesk/knowledge/search/phrasings.txt")
        .all()
        .forEach((code, texts) -> texts.forEach(text -> taker.take(code, phrase(code, text))));
  }

  private static Phrase phrase(String code, String text) {
    if (code.startsWith("other.redirect")) {
      return new Phrase(text.replaceFirst("^[?+]", ""), "other");
    }
    return switch (text.charAt(0)) {
      case '?' -> new Phrase(text.substring(1), "question");
      case '+' -> new Phrase(text.substring(1), "suggestion");
      default -> new Phrase(text, "fault");
    };
  }

  private static void catalogue(List<Trainer.Example> examples) {
    for (var node : new JsonObject(SampleHospital.catalogue()).getJsonArray("nodes")) {
      var category = (JsonObject) node;
      if (category.getInteger("level") == 3) {
        var code = category.getString("code");
        Stream.concat(
                Stream.of(category.getString("name")),
                category.getJsonArray("keywords").stream().map(String.class::cast))
            .forEach(word -> examples.add(new Trainer.Example(word, code, 0.5)));
      }
    }
  }

  private static void article(String markdown, List<Trainer.Example> examples) {
    var code = front(markdown, "category");
    examples.add(new Trainer.Example(front(markdown, "title").replace("\"", ""), code, 1));
    for (var tag : front(markdown, "tags").replaceAll("[\\[\\]\"]", "").split(", *", -1)) {
      examples.add(new Trainer.Example(tag, code, 0.5));
    }
    var symptoms = SYMPTOMS.matcher(markdown);
    if (symptoms.find()) {
      for (var sentence : symptoms.group(1).split("[。；;]", -1)) {
        if (sentence.strip().length() > 3) {
          examples.add(new Trainer.Example(sentence.strip(), code, 0.7));
        }
      }
    }
  }

  private static String front(String markdown, String key) {
    var matcher = FRONT.matcher(markdown);
    while (matcher.find()) {
      if (matcher.group(1).equals(key)) {
        return matcher.group(2).strip();
      }
    }
    throw new IllegalArgumentException("an article without " + key);
  }

  private static String read(String resource) {
    try (var in = Corpus.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no test resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("reading " + resource, failure);
    }
  }
}
