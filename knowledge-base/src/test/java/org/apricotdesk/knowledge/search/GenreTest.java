package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/// What speaks for an article depends on what the index mostly holds.
class GenreTest {
  @Test
  void articles_that_say_how_a_trouble_shows_are_ranked_as_such() {
    assertThat(genre(articles(3))).isEqualTo(Genre.ARTICLES);
  }

  @Test
  void an_empty_index_waits_for_articles() {
    assertThat(genre(List.of())).isEqualTo(Genre.ARTICLES);
  }

  @Test
  void texts_with_a_title_are_documents_and_without_one_passages() {
    assertThat(genre(documents(3, "打印机说明"))).isEqualTo(Genre.DOCUMENTS);
    assertThat(genre(documents(3, ""))).isEqualTo(Genre.PASSAGES);
  }

  @Test
  void some_imported_documents_do_not_change_how_the_desks_articles_are_ranked() {
    var both = new ArrayList<>(articles(2));
    both.addAll(documents(8, "打印机说明"));
    assertThat(genre(both)).isEqualTo(Genre.ARTICLES);
    both.addAll(documents(20, "打印机说明"));
    assertThat(genre(both)).isEqualTo(Genre.DOCUMENTS);
  }

  private static List<Searchable> articles(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Searchable("a" + i, "卡纸", "", List.of(), "纸卡在里面", "取出硒鼓"))
        .toList();
  }

  private static List<Searchable> documents(int count, String title) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Searchable("d" + i, title, "", List.of(), "", "打开前盖，取出硒鼓。"))
        .toList();
  }

  private static Genre genre(List<Searchable> articles) {
    try (var index = SearchIndex.withoutMeaning(new ByteBuffersDirectory())) {
      index.put(articles);
      return index.search("打印机卡纸", 3).genre();
    }
  }
}
