package org.apricotdesk.knowledge.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/// Reads articles from what hospitals have: Markdown (a file, a folder, a zip), Word documents, and
/// tables of questions and answers (CSV or Excel, two columns, first row a heading).
public final class ArticleFiles {
  private static final int MOST_FILES = 20_000;
  private static final int LARGEST_FILE = 5_000_000;
  private static final int LARGEST_ZIP = 200_000_000;

  private final ReadArticles.Reading reading = new ReadArticles.Reading();

  private ArticleFiles() {}

  /// Nothing is thrown for bad content: every file and row that cannot be read is reported.
  public static ReadArticles read(Path path) {
    var files = new ArticleFiles();
    try {
      if (Files.isDirectory(path)) files.folder(path);
      else files.file(path.getFileName().toString(), Files.readAllBytes(path));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + path, failure);
    }
    return files.reading.done();
  }

  private void folder(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().limit(MOST_FILES).toList()) {
        var where = folder.relativize(file).toString();
        if (Files.size(file) > LARGEST_FILE) reading.refuse(where, "larger than 5 MB");
        else file(where, Files.readAllBytes(file));
      }
    }
  }

  private void file(String where, byte[] bytes) throws IOException {
    var name = where.toLowerCase(Locale.ROOT);
    if (name.equals("readme.md") || name.endsWith("/readme.md")) return;
    try {
      if (name.endsWith(".md")) markdown(where, new String(bytes, StandardCharsets.UTF_8));
      else if (name.endsWith(".docx")) word(where, bytes);
      else if (name.endsWith(".csv")) csv(where, new String(bytes, StandardCharsets.UTF_8));
      else if (name.endsWith(".xlsx")) excel(where, bytes);
      else if (name.endsWith(".zip")) zip(where, bytes);
      else reading.refuse(where, "not a .md, .docx, .csv, .xlsx or .zip file");
    } catch (RuntimeException bad) { // POI throws a different one for every kind of damage
      reading.refuse(where, "cannot be read: " + bad.getMessage());
    }
  }

  private void markdown(String where, String text) {
    try {
      var article = MarkdownArticle.parse(text);
      reading.add(where, article.id(), article.content());
    } catch (IllegalArgumentException bad) {
      reading.refuse(where, String.valueOf(bad.getMessage()));
    }
  }

  /// Nothing is unpacked to disk, so a name cannot lead anywhere; sizes are counted while reading.
  private void zip(String where, byte[] bytes) throws IOException {
    long total = 0;
    int count = 0;
    try (var in = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.isDirectory()) continue;
        var inside = where + "!" + entry.getName();
        var content = in.readNBytes(LARGEST_FILE + 1);
        total += content.length;
        if (++count > MOST_FILES || total > LARGEST_ZIP) {
          reading.refuse(where, "the zip holds too much");
          return;
        }
        if (content.length > LARGEST_FILE) reading.refuse(inside, "larger than 5 MB");
        else if (entry.getName().endsWith(".zip")) reading.refuse(inside, "a zip within a zip");
        else file(inside, content);
      }
    }
  }

  /// The first paragraph that says something is the title; a heading starts nothing new.
  private void word(String where, byte[] bytes) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      var lines =
          document.getParagraphs().stream()
              .map(XWPFParagraph::getText)
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      if (lines.size() < 2) reading.refuse(where, "a title and a text are needed");
      else add(where, lines.getFirst(), String.join("\n", lines.subList(1, lines.size())));
    }
  }

  private void csv(String where, String text) {
    var rows = Csv.parse(text);
    for (int i = 1; i < rows.size(); i++) {
      var row = rows.get(i);
      if (row.size() < 2)
        reading.refuse(where + ":" + (i + 1), "a question and an answer are needed");
      else add(where + ":" + (i + 1), row.get(0), row.get(1));
    }
  }

  private void excel(String where, byte[] bytes) throws IOException {
    var format = new DataFormatter();
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      for (Row row : book.getSheetAt(0)) {
        if (row.getRowNum() == 0) continue;
        var cells = new ArrayList<String>();
        for (int i = 0; i < 2; i++) cells.add(format.formatCellValue(row.getCell(i)));
        if (!String.join("", cells).isBlank()) {
          add(where + ":" + (row.getRowNum() + 1), cells.get(0), cells.get(1));
        }
      }
    }
  }

  private void add(String where, String question, String answer) {
    try {
      if (answer.isBlank()) throw new IllegalArgumentException("the answer is empty");
      reading.add(where, "", Content.of(question.strip(), answer.strip()));
    } catch (IllegalArgumentException bad) {
      reading.refuse(where, String.valueOf(bad.getMessage()));
    }
  }
}
