package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedIndexTest {
  @TempDir Path folder;
  private SearchIndex index;

  @BeforeEach
  void write() throws IOException {
    index = SearchIndex.withoutMeaning(FSDirectory.open(folder));
    index.put(List.of(new Searchable("KB-1", "激光打印机卡纸怎么取", "", List.of(), "纸卡在里面", "开盖")));
    index.commit("1");
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void an_index_nobody_touched_is_whole() {
    assertThat(index.isWhole(true)).isTrue();
  }

  @Test
  void a_file_that_is_gone_is_noticed_without_a_search() throws IOException {
    Files.delete(largest());

    assertThat(index.isWhole(false)).isFalse();
  }

  @Test
  void a_file_that_is_shorter_than_it_was_is_noticed_and_a_search_in_it_says_so()
      throws IOException {
    try (var file = FileChannel.open(largest(), StandardOpenOption.WRITE)) {
      file.truncate(0);
    }

    assertThat(index.isWhole(false)).isFalse();
    assertThatThrownBy(() -> index.search("打印机卡纸", 5)).isInstanceOf(UnreadableIndex.class);
  }

  @Test
  void bytes_that_changed_are_noticed_by_a_close_look() throws IOException {
    try (var file = FileChannel.open(largest(), StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {9, 9, 9, 9}), file.size() / 2);
    }

    assertThat(index.isWhole(true)).isFalse();
  }

  @Test
  void a_damaged_index_starts_anew_and_is_as_good_as_ever() throws IOException {
    Files.delete(largest());

    index.startAnew();

    assertThat(index.size()).isZero();
    assertThat(index.mark()).isEmpty();
    index.put(List.of(new Searchable("KB-2", "叫号有画面没声音", "", List.of(), "喇叭不响", "看音量")));
    index.commit("2");
    assertThat(index.isWhole(true)).isTrue();
    assertThat(index.search("喇叭不响", 5).found()).extracting(Found::id).containsExactly("KB-2");
  }

  private Path largest() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .max(java.util.Comparator.comparingLong(file -> file.toFile().length()))
          .orElseThrow();
    }
  }
}
