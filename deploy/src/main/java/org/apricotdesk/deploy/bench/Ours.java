package org.apricotdesk.deploy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.store.FSDirectory;
import org.apricotdesk.knowledge.answer.Answers;
import org.apricotdesk.knowledge.embedding.Embedder;
import org.apricotdesk.knowledge.embedding.EmbeddingModel;
import org.apricotdesk.knowledge.embedding.Reading;
import org.apricotdesk.knowledge.search.SearchIndex;
import org.apricotdesk.knowledge.search.Searchable;

/// The product's own search, with the embedding of every question. Passages that copies share are
/// embedded once, since nothing can be learned from doing it again; how many that were is told.
final class Ours implements Engine {
  private static final int FOUND = 10;

  /// About 7 kB each.
  private static final int MOST = 60_000;

  private final Path folder;
  private final Remembering model = new Remembering();
  private final SearchIndex index;
  private final Answers answers;

  Ours(Path folder) {
    this.folder = folder;
    try {
      index = SearchIndex.open(FSDirectory.open(folder), model);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    answers = new Answers(index);
  }

  @Override
  public String name() {
    return "Apricot Desk";
  }

  @Override
  public void put(List<Searchable> articles) {
    if (index.mark().isPresent() && index.size() == articles.size()) return;
    index.startAnew();
    index.put(articles);
    index.commit("bench");
  }

  @Override
  public int ask(String question) {
    model.asked = true;
    return answers.answer(question, FOUND).found().size();
  }

  @Override
  public long bytes() {
    return size(folder);
  }

  int passages() {
    return model.embedded;
  }

  static long size(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    index.close();
    model.close();
  }

  private static final class Remembering implements Embedder {
    private final EmbeddingModel model = EmbeddingModel.load();
    private final Map<String, Remembered> known = new HashMap<>();
    private boolean asked;
    private int embedded;

    @Override
    public int dimension() {
      return model.dimension();
    }

    /// Questions come here as well; they are computed each time. What only one copy says comes last
    /// and is not remembered.
    @Override
    public List<Reading> read(List<String> texts) {
      if (asked) return model.read(texts);
      var fresh = texts.stream().filter(text -> !known.containsKey(text)).distinct().toList();
      var now = new HashMap<String, Reading>();
      var readings = model.read(fresh);
      for (int i = 0; i < fresh.size(); i++) {
        now.put(fresh.get(i), readings.get(i));
        if (known.size() < MOST) known.put(fresh.get(i), Remembered.of(readings.get(i)));
      }
      embedded += fresh.size();
      return texts.stream().map(text -> remembered(text, now)).toList();
    }

    private Reading remembered(String text, Map<String, Reading> now) {
      var before = known.get(text);
      return before == null ? Objects.requireNonNull(now.get(text)) : before.reading();
    }

    @Override
    public void close() {
      model.close();
    }
  }

  /// A reading without what the index leaves out anyway: of the words only signs and mean size.
  @SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them
  private record Remembered(float[] whole, List<BitSet> signs, float[] sizes) {
    static Remembered of(Reading reading) {
      var words = reading.words();
      var signs = new ArrayList<BitSet>();
      var sizes = new float[words.length];
      for (int i = 0; i < words.length; i++) {
        var positive = new BitSet(words[i].length);
        for (int j = 0; j < words[i].length; j++) {
          if (words[i][j] > 0) positive.set(j);
          sizes[i] += Math.abs(words[i][j]) / words[i].length;
        }
        signs.add(positive);
      }
      return new Remembered(reading.whole(), signs, sizes);
    }

    Reading reading() {
      var words = new float[sizes.length][whole.length];
      for (int i = 0; i < sizes.length; i++) {
        for (int j = 0; j < whole.length; j++) {
          words[i][j] = signs.get(i).get(j) ? sizes[i] : -sizes[i];
        }
      }
      return new Reading(whole, words);
    }
  }
}
