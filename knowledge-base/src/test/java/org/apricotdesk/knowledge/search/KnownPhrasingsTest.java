package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apricotdesk.knowledge.embedding.EmbeddingModel;
import org.junit.jupiter.api.Test;

class KnownPhrasingsTest {
  @Test
  void an_article_is_found_by_what_people_usually_say_in_its_category() {
    try (var model = EmbeddingModel.load();
        var index = SearchIndex.open(new ByteBuffersDirectory(), model)) {
      index.put(
          List.of(
              article("cloud", "pacs.image.cloud"),
              article("scope", "pacs.special.endoscopy"),
              article("unknown", "of.another.hospital"),
              article("none", "")));

      assertThat(first(index, "胃镜踩了脚踏不采图")).isEqualTo("scope");
      assertThat(first(index, "病人手机上看不了片子")).isEqualTo("cloud");
    }
  }

  private static String first(SearchIndex index, String question) {
    return index.search(question, 4).found().getFirst().id();
  }

  /// All say the same.
  private static Searchable article(String id, String category) {
    return new Searchable(id, "图像出不来", category, List.of(), "点了没有反应", "重新登录");
  }
}
