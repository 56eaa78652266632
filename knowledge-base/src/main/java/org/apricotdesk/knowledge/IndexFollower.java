package org.apricotdesk.knowledge;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apricotdesk.config.database.Bell;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.knowledge.article.ArticleId;
import org.apricotdesk.knowledge.article.Content;
import org.apricotdesk.knowledge.search.SearchIndex;
import org.apricotdesk.knowledge.search.Searchable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps this instance's index at what the database says.
///
/// A notification only wakes it; it also looks by itself every second. It reads changes in the
/// order of transactions, and only of those older than any still running, so none is missed. An
/// index whose files are gone or damaged is written anew.
final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration LOOK_CLOSELY_EVERY = Duration.ofMinutes(10);
  private static final String NOTHING_YET = "0";
  private static final String CHANGED =
      """
      SELECT id, state, content, changed::text AS changed
        FROM knowledge.article
       WHERE changed > $1::text::xid8
         AND changed < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY changed, id
      """;

  private final Database database;
  private final SearchIndex index;
  private final Bell.Hearing hearing;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private String mark;
  private long lookedClosely = System.nanoTime();
  private volatile boolean open = true;
  private volatile boolean caughtUp;
  private final CountDownLatch begun = new CountDownLatch(1);

  /// Does nothing before it is started.
  IndexFollower(Database database, SearchIndex index) {
    this.database = database;
    this.index = index;
    this.mark = index.mark().orElse(NOTHING_YET);
    this.hearing = database.bell().hear("knowledge_change", _ -> wake.release());
    this.thread = Thread.ofPlatform().name("knowledge-index").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Whether the index has seen everything there was when it started or was last damaged.
  boolean isCaughtUp() {
    return caughtUp;
  }

  /// Waits until the index has seen everything there was when it started.
  ///
  /// @return false if that takes longer
  boolean awaitBegun(Duration most) throws InterruptedException {
    return begun.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run() {
    while (open) {
      var pause = LOOK_EVERY;
      try {
        repair();
        follow();
        caughtUp = true;
        begun.countDown();
      } catch (Throwable failure) { // the database may be away: try again, never stop
        if (open) LOG.warn("cannot follow the articles: {}", failure.toString());
        pause = AFTER_FAILURE;
      }
      await(pause);
    }
  }

  private void repair() {
    boolean closely = System.nanoTime() - lookedClosely > LOOK_CLOSELY_EVERY.toNanos();
    if (closely) lookedClosely = System.nanoTime();
    if (index.isWhole(closely)) return;
    caughtUp = false;
    LOG.warn("the search index is damaged and is written anew");
    index.startAnew();
    mark = NOTHING_YET;
  }

  private void follow() {
    var rows = database.pool().preparedQuery(CHANGED).execute(Tuple.of(mark)).await();
    if (rows.size() == 0) return;
    var found = new ArrayList<Searchable>();
    var last = mark;
    for (var row : rows) {
      var id = new ArticleId(row.getString("id"));
      if (row.getString("state").equals("published")) found.add(content(row).searchable(id));
      else index.remove(id.value());
      last = row.getString("changed");
    }
    index.put(found);
    index.commit(last);
    mark = last;
  }

  private static Content content(Row row) {
    return Content.of((JsonObject) row.getValue("content"));
  }

  private void await(Duration pause) {
    try {
      if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
    } catch (InterruptedException _) {
      open = false;
    }
  }

  @Override
  public void close() {
    open = false;
    wake.release();
    hearing.close();
    try {
      thread.join(AFTER_FAILURE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
