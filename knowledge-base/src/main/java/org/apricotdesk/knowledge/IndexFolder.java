package org.apricotdesk.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.store.FSDirectory;
import org.apricotdesk.knowledge.embedding.Embedder;
import org.apricotdesk.knowledge.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where this instance keeps its index. One that is damaged or of another version is thrown away:
/// everything in it can be written again from the database.
final class IndexFolder {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

  private IndexFolder() {}

  static SearchIndex open(Path folder, Optional<Embedder> embedder) {
    try {
      var index = tryToOpen(folder, embedder);
      if (index.size() == 0 || index.mark().isPresent()) return index;
      index.close();
      LOG.info("the search index is of another version and is written anew");
    } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException damaged) {
      LOG.warn("the search index is damaged and is written anew: {}", damaged.toString());
    }
    empty(folder);
    return tryToOpen(folder, embedder);
  }

  private static SearchIndex tryToOpen(Path folder, Optional<Embedder> embedder) {
    try {
      Files.createDirectories(folder);
      var directory = FSDirectory.open(folder);
      return embedder
          .map(model -> SearchIndex.open(directory, model))
          .orElseGet(() -> SearchIndex.withoutMeaning(directory));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot open " + folder, failure);
    }
  }

  private static void empty(Path folder) {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot empty " + folder, failure);
    }
  }
}
