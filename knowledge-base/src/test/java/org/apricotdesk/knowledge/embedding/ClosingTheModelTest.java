package org.apricotdesk.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClosingTheModelTest {
  @Test
  void a_model_that_is_closed_while_it_reads_articles_ends_them_without_a_crash() throws Exception {
    var model = EmbeddingModel.load();
    var articles = Collections.nCopies(2000, "打印机不出纸，请检查纸盒和硒鼓");
    var begun = new CountDownLatch(1);
    var outcome = new AtomicReference<Throwable>();
    var reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  begun.countDown();
                  try {
                    model.passages(articles);
                  } catch (IllegalStateException ended) {
                    outcome.set(ended);
                  }
                });
    begun.await();
    model.text("打印机");

    model.close();
    reader.join();

    assertThat(outcome.get()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> model.text("打印机")).hasMessageContaining("closed");
  }
}
