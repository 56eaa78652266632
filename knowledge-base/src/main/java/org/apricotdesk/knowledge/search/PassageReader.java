package org.apricotdesk.knowledge.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apricotdesk.knowledge.embedding.Embedder;
import org.apricotdesk.knowledge.embedding.Reading;

/// Reads the passages of articles that are written together, one article after the other: word by
/// word they are large. Phrasings, which articles of a category share, are read once and as wholes.
final class PassageReader {
  private final Embedder embedder;
  private final Map<String, Reading> phrasings = new HashMap<>();

  PassageReader(Embedder embedder) {
    this.embedder = embedder;
  }

  /// Those of [Passages#all()].
  List<Reading> read(Passages passages) {
    var out = own(passages.all().subList(0, passages.own()));
    var unknown =
        passages.phrasings().stream()
            .filter(one -> !phrasings.containsKey(one))
            .distinct()
            .toList();
    var wholes = embedder.passages(unknown);
    for (int i = 0; i < unknown.size(); i++) {
      phrasings.put(unknown.get(i), new Reading(wholes.get(i), new float[0][]));
    }
    passages.phrasings().forEach(one -> out.add(phrasings.get(one)));
    return out;
  }

  /// A blank text means nothing: its vector is all zero, and it has no words.
  private List<Reading> own(List<String> texts) {
    var read = embedder.read(texts.stream().filter(text -> !text.isBlank()).toList()).iterator();
    var nothing = new Reading(new float[embedder.dimension()], new float[0][]);
    var out = new ArrayList<Reading>();
    for (var text : texts) out.add(text.isBlank() ? nothing : read.next());
    return out;
  }
}
