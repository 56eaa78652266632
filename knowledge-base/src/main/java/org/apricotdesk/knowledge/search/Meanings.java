package org.apricotdesk.knowledge.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apricotdesk.knowledge.embedding.Embedder;

/// What questions mean, by the embedding model. The last ones are remembered: a message is searched
/// for more than once on its way, and running the model takes longest.
final class Meanings {
  private static final int REMEMBERED = 64;

  private final Embedder embedder;
  private final Map<String, Meaning> last = Collections.synchronizedMap(new Last());

  Meanings(Embedder embedder) {
    this.embedder = embedder;
  }

  Meaning of(Question question) {
    var known = last.get(question.text());
    if (known != null) return known;
    var meaning = Meaning.of(question, embedder);
    last.put(question.text(), meaning);
    return meaning;
  }

  private static final class Last extends LinkedHashMap<String, Meaning> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Meaning> eldest) {
      return size() > REMEMBERED;
    }
  }
}
