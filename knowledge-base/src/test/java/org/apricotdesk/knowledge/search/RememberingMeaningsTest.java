package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apricotdesk.knowledge.embedding.Embedder;
import org.apricotdesk.knowledge.embedding.EmbeddingModel;
import org.apricotdesk.knowledge.embedding.Reading;
import org.junit.jupiter.api.Test;

class RememberingMeaningsTest {
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void the_model_runs_once_for_a_message_that_is_searched_for_twice() {
    try (var model = EmbeddingModel.load();
        var index = SearchIndex.open(new ByteBuffersDirectory(), counting(model))) {
      index.put(List.of(new Searchable("jam", "激光打印机卡纸怎么取", "", List.of(), "", "")));
      runs.set(0);

      var first = index.search("打印机夹纸了", 20);
      var second = index.search("打印机夹纸了", 10);

      assertThat(runs).hasValue(1);
      assertThat(second.found()).isEqualTo(first.found());
    }
  }

  @Test
  void only_the_last_questions_are_remembered() {
    try (var model = EmbeddingModel.load();
        var index = SearchIndex.open(new ByteBuffersDirectory(), counting(model))) {
      for (int i = 0; i < 100; i++) index.search("第" + i + "个问题", 1);
      runs.set(0);

      index.search("第99个问题", 1);
      index.search("第0个问题", 1);

      assertThat(runs).hasValue(1);
    }
  }

  private Embedder counting(EmbeddingModel model) {
    return new Embedder() {
      @Override
      public int dimension() {
        return model.dimension();
      }

      @Override
      public List<Reading> read(List<String> texts) {
        runs.incrementAndGet();
        return model.read(texts);
      }
    };
  }
}
