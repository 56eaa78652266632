package org.apricotdesk.knowledge.article;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the published articles as Markdown files that [ArticleFiles] reads back as they were.
/// Drafts and retired articles stay behind: what is imported is published.
public final class ArticleExport {
  private static final int PAGE = 200;

  private final Articles articles;

  public ArticleExport(Articles articles) {
    this.articles = articles;
  }

  /// @param path a file to be, if it ends with `.zip`; else a folder, empty or to be
  /// @return how many articles were written
  /// @throws IOException if there is something at that place already, or it cannot be written
  public int write(Path path) throws IOException {
    if (path.toString().endsWith(".zip")) {
      if (Files.exists(path)) throw new IOException(path + " exists already");
      try (var out = Files.newOutputStream(path)) {
        return zip(out);
      }
    }
    Files.createDirectories(path);
    try (var inside = Files.list(path)) {
      if (inside.findAny().isPresent()) throw new IOException(path + " is not empty");
    }
    return each((name, text) -> Files.writeString(path.resolve(name), text));
  }

  /// Writes one zip; the stream stays open.
  public int zip(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(new BufferedOutputStream(out), StandardCharsets.UTF_8);
    int count =
        each(
            (name, text) -> {
              zip.putNextEntry(new ZipEntry(name));
              zip.write(text.getBytes(StandardCharsets.UTF_8));
              zip.closeEntry();
            });
    zip.finish();
    zip.flush();
    return count;
  }

  private int each(Writer writer) throws IOException {
    int count = 0;
    var page = articles.page(ArticleState.PUBLISHED, "", PAGE);
    while (!page.isEmpty()) {
      for (var article : page) {
        var file = new MarkdownArticle(article.id().value(), article.content());
        writer.write(article.id() + ".md", file.text());
        count++;
      }
      page = articles.page(ArticleState.PUBLISHED, page.getLast().id().value(), PAGE);
    }
    return count;
  }

  private interface Writer {
    void write(String name, String text) throws IOException;
  }
}
