package org.apricotdesk.knowledge;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apricotdesk.knowledge.embedding.Embedder;
import org.apricotdesk.knowledge.embedding.EmbeddingModel;
import org.apricotdesk.knowledge.embedding.EmbeddingUnavailable;
import org.apricotdesk.knowledge.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedding model and the index of one instance. They need no database and take long to open,
/// so they are opened beside whatever else a start has to do.
public final class KnowledgeFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeFiles.class);

  private final CompletableFuture<Opened> opening;

  private KnowledgeFiles(Path dataDir) {
    opening = CompletableFuture.supplyAsync(() -> open(dataDir), KnowledgeFiles::aside);
  }

  /// Begins to open them.
  public static KnowledgeFiles in(Path dataDir) {
    return new KnowledgeFiles(dataDir);
  }

  private static void aside(Runnable task) {
    Thread.ofPlatform().name("knowledge-files").daemon().start(task);
  }

  private static Opened open(Path dataDir) {
    var embedder = embedder();
    return new Opened(embedder, IndexFolder.open(dataDir.resolve("index"), embedder));
  }

  private static Optional<Embedder> embedder() {
    try {
      return Optional.of(EmbeddingModel.load());
    } catch (EmbeddingUnavailable without) {
      LOG.warn("searching by words only: {}", without.getMessage());
      return Optional.empty();
    }
  }

  /// Waits until they are open.
  Opened opened() {
    try {
      return opening.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException why ? why : failure;
    }
  }

  /// Nothing uses them any more.
  @Override
  public void close() {
    if (opening.handle((_, failure) -> failure != null).join()) return;
    var opened = opened();
    opened.index().close();
    opened.embedder().ifPresent(Embedder::close);
  }

  record Opened(Optional<Embedder> embedder, SearchIndex index) {}
}
