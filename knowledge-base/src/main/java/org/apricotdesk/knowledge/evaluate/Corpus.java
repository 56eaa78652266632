package org.apricotdesk.knowledge.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apricotdesk.knowledge.article.MarkdownArticle;
import org.apricotdesk.knowledge.search.Searchable;

/// Reads what is searched: a folder of Markdown articles, or lines of `{"id","title","text"}`.
public final class Corpus {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Corpus() {}

  /// @throws BadInput naming the file and line that cannot be read
  public static List<Searchable> read(Path path) {
    try {
      return Files.isDirectory(path) ? folder(path) : lines(path);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + path, failure);
    }
  }

  private static List<Searchable> folder(Path path) throws IOException {
    try (var files = Files.walk(path.toRealPath())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".md"))
          .filter(file -> !file.getFileName().toString().equalsIgnoreCase("README.md"))
          .sorted()
          .map(Corpus::article)
          .toList();
    }
  }

  private static Searchable article(Path file) {
    try {
      return MarkdownArticle.parse(Files.readString(file)).searchable();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    } catch (IllegalArgumentException bad) {
      throw new BadInput(file + ": " + bad.getMessage(), bad);
    }
  }

  private static List<Searchable> lines(Path path) throws IOException {
    var lines = Files.readAllLines(path);
    return IntStream.range(0, lines.size())
        .filter(i -> !lines.get(i).isBlank())
        .mapToObj(i -> document(lines.get(i), path + ":" + (i + 1)))
        .toList();
  }

  private static Searchable document(String line, String where) {
    var json = json(line, where);
    var id = json.path("id").asText();
    if (id.isBlank()) throw new BadInput(where + ": \"id\" is missing");
    return new Searchable(
        id, json.path("title").asText(), "", List.of(), "", json.path("text").asText());
  }

  static JsonNode json(String line, String where) {
    try {
      return JSON.readTree(line);
    } catch (IOException bad) {
      throw new BadInput(where + ": not JSON", bad);
    }
  }
}
