package org.apricotdesk.bot.understanding;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.knowledge.answer.Answers;
import org.apricotdesk.knowledge.evaluate.BadInput;

/// Understands a file of messages with the sample hospital's register, catalogue and articles, and
/// writes what it understood, one line a message. Needs no database; never reads labels.
public final class EvaluateMessages {
  /// The service has been running for long; here the program is compiled first.
  private static final int ROUNDS_BEFORE = 2;

  private static final int WARM_UP = 400;
  private static final int MOST_ANSWERS = 10;

  private final Masker masker;
  private final Understanding understanding;
  private final Answers answers;

  private EvaluateMessages(SampleKnowledge knowledge) {
    this.answers = knowledge.answers();
    this.masker = new Masker(SampleDesk.staffNames()::contains);
    this.understanding =
        new Understanding(SampleDesk.categories(), SampleDesk.register(), knowledge.hints());
  }

  /// @param queries lines of `{"id","text"}`
  /// @param out where the results go
  /// @return how many messages were understood, and how long it took
  /// @throws BadInput naming the line that cannot be read; nothing is written then
  public static Taken run(Path queries, Path out) {
    var messages = read(queries);
    try (var knowledge = SampleKnowledge.open()) {
      var evaluation = new EvaluateMessages(knowledge);
      for (var round = 0; round < ROUNDS_BEFORE; round++) {
        messages.stream().limit(WARM_UP).forEach(evaluation::line);
      }
      var lines = messages.stream().map(evaluation::line).toList();
      Files.write(out, lines.stream().map(line -> line.json().encode()).toList());
      return new Taken(
          lines.size(),
          Pace.of(lines.stream().mapToDouble(Line::understood)),
          Pace.of(lines.stream().mapToDouble(Line::whole)));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + out, failure);
    }
  }

  /// How long messages took.
  ///
  /// @param understood patient data included
  /// @param whole the article that answers as well
  public record Taken(int messages, Pace understood, Pace whole) {}

  /// In milliseconds; 0 if there is no message.
  public record Pace(double median, double p99) {
    static Pace of(DoubleStream times) {
      var sorted = times.sorted().toArray();
      int most = sorted.length - 1;
      return most < 0 ? new Pace(0, 0) : new Pace(sorted[most / 2], sorted[most * 99 / 100]);
    }
  }

  private record Line(JsonObject json, double understood, double whole) {}

  private static double since(long start) {
    return Math.round((System.nanoTime() - start) / 1e4) / 100.0;
  }

  private Line line(JsonObject message) {
    var start = System.nanoTime();
    var text = message.getString("text");
    var masked = masker.mask(text);
    var item = understanding.understand(Sentence.of(masked.text())).main();
    var understood = since(start);
    var ids = new JsonArray();
    if (answersTo(item)) {
      answers.answer(masked.text(), MOST_ANSWERS).shown().forEach(found -> ids.add(found.id()));
    }
    var phi = new JsonArray();
    masked
        .findings()
        .forEach(
            finding ->
                phi.add(
                    new JsonObject()
                        .put("type", finding.type().code())
                        .put("text", finding.in(text))));
    var whole = since(start);
    var json =
        new JsonObject()
            .put("id", message.getString("id"))
            .put("kind", item.kind().code())
            .put("category", item.category().map(Object::toString).orElse(null))
            .put("priority", item.priority().map(Enum::name).orElse(null))
            .put("department", item.department().map(DepartmentMention::text).orElse(null))
            .put("phi", phi)
            .put("answer", ids)
            .put("ms", whole);
    return new Line(json, understood, whole);
  }

  private static boolean answersTo(Item item) {
    return switch (item.kind()) {
      case FAULT, QUESTION -> true;
      case OTHER -> item.category().isPresent();
      case SUGGESTION, PROGRESS, CHITCHAT -> false;
    };
  }

  private static List<JsonObject> read(Path queries) {
    try {
      var lines = Files.readAllLines(queries);
      var messages = new ArrayList<JsonObject>();
      for (var i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          messages.add(message(lines.get(i), queries + ":" + (i + 1)));
        }
      }
      return messages;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + queries, failure);
    }
  }

  private static JsonObject message(String line, String where) {
    try {
      var json = new JsonObject(line);
      if (json.getValue("id") instanceof String id
          && json.getValue("text") instanceof String text) {
        return new JsonObject().put("id", id).put("text", text);
      }
      throw new BadInput(where + ": \"id\" and \"text\" must be texts");
    } catch (DecodeException bad) {
      throw new BadInput(where + ": not JSON", bad);
    }
  }
}
