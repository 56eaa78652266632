package org.apricotdesk.bot.understanding;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which category each article belongs to, kept in memory: whoever asks never waits for the
/// database. What changes is known within a minute.
public final class ArticleCategories {
  private static final Logger log = LoggerFactory.getLogger(ArticleCategories.class);
  private static final long LOOK_AGAIN = Duration.ofSeconds(30).toNanos();

  private final Supplier<Map<String, String>> reader;
  private final AtomicLong looked;
  private volatile Map<String, String> known;

  /// @param reader reads all of them, id to category code; called off the asking thread
  public ArticleCategories(Supplier<Map<String, String>> reader) {
    this.reader = reader;
    this.known = reader.get();
    this.looked = new AtomicLong(System.nanoTime());
  }

  public Optional<String> of(String article) {
    var last = looked.get();
    var now = System.nanoTime();
    if (now - last > LOOK_AGAIN && looked.compareAndSet(last, now)) {
      Thread.ofVirtual().name("article-categories").start(this::read);
    }
    return Optional.ofNullable(known.get(article));
  }

  private void read() {
    try {
      known = reader.get();
    } catch (Throwable failure) { // await() throws checked exceptions unannounced
      log.warn("cannot read the categories of articles: {}", failure.toString());
    }
  }
}
