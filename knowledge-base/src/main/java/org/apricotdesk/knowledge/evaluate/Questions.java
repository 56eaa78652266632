package org.apricotdesk.knowledge.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Reads a file of questions, one JSON object a line. Labels are not looked at.
public final class Questions {
  /// A question and its id.
  public record Question(String id, String text) {}

  private Questions() {}

  /// @throws BadInput naming the line that cannot be read
  public static List<Question> read(Path file) {
    try {
      return questions(file, Files.readAllLines(file));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    }
  }

  private static List<Question> questions(Path file, List<String> lines) {
    var out = new ArrayList<Question>();
    var ids = new HashSet<String>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) continue;
      var where = file + ":" + (i + 1);
      var json = Corpus.json(lines.get(i), where);
      var id = json.path("id").asText();
      if (id.isBlank()) throw new BadInput(where + ": \"id\" is missing");
      if (!ids.add(id)) throw new BadInput(where + ": the id " + id + " stands there twice");
      out.add(new Question(id, json.path("text").asText()));
    }
    return out;
  }
}
