package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/// A question asks every segment of the index, so there are few.
class FewSegmentsTest {
  @Test
  void an_index_written_anew_is_one_segment() throws IOException {
    try (var directory = new ByteBuffersDirectory();
        var index = SearchIndex.withoutMeaning(directory)) {
      for (int i = 0; i < 5; i++) index.put(List.of(article(i)));
      index.commit("1");

      assertThat(segments(directory)).isEqualTo(1);
    }
  }

  @Test
  void articles_that_change_one_after_another_leave_few_segments() throws IOException {
    try (var directory = new ByteBuffersDirectory();
        var index = SearchIndex.withoutMeaning(directory)) {
      for (int i = 0; i < 12; i++) {
        index.put(List.of(article(i)));
        index.commit(Integer.toString(i));
      }

      assertThat(segments(directory)).isLessThanOrEqualTo(4);
      assertThat(IntStream.range(0, 12).mapToObj(i -> index.search("卡纸" + i, 20).found().size()))
          .containsOnly(12);
    }
  }

  private static int segments(Directory directory) throws IOException {
    return SegmentInfos.readLatestCommit(directory).size();
  }

  private static Searchable article(int number) {
    return new Searchable("KB-" + number, "卡纸" + number, "", List.of(), "", "打开前盖。");
  }
}
