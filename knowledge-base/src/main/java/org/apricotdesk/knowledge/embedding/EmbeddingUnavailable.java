package org.apricotdesk.knowledge.embedding;

/// The embedding model could not be loaded; search goes on by words alone.
public final class EmbeddingUnavailable extends RuntimeException {
  EmbeddingUnavailable(Throwable cause) {
    super("the embedding model cannot be loaded: " + cause, cause);
  }
}
