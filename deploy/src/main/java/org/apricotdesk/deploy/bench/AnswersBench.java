package org.apricotdesk.deploy.bench;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.DatabaseSettings;
import org.apricotdesk.config.database.EmbeddedPostgres;
import org.apricotdesk.knowledge.evaluate.Corpus;
import org.apricotdesk.knowledge.evaluate.Questions;
import org.apricotdesk.knowledge.search.Searchable;

/// `bench answers`: how fast questions are answered from 10,000 and 100,000 articles, beside Lucene
/// as it comes and PostgreSQL alone, on the same articles and questions in the same run.
public final class AnswersBench {
  private static final List<Integer> SIZES = List.of(10_000, 100_000);
  private static final int WARM_UP = 200;
  private static final int TIMED = 2_000;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int AT_ONCE = 2;

  private final List<Searchable> articles;
  private final List<String> questions;
  private final List<Integer> sizes;
  private final Path folder;
  private final Path kept;
  private final Consumer<String> progress;
  private final StringBuilder table = new StringBuilder();

  private AnswersBench(Task task, Path folder, Consumer<String> progress) {
    this.articles = Corpus.read(task.articles());
    this.questions = Questions.read(task.queries()).stream().map(Questions.Question::text).toList();
    this.sizes = task.size().map(List::of).orElse(SIZES);
    this.folder = folder;
    this.kept = task.kept().orElse(folder);
    this.progress = progress;
  }

  /// What is measured.
  ///
  /// @param articles a folder of Markdown articles or a `corpus.jsonl`
  /// @param queries lines of `{"id","text"}`
  /// @param size how many articles, if not all sizes
  /// @param kept where the product's index stays and is found again, since building takes longest
  public record Task(Path articles, Path queries, Optional<Integer> size, Optional<Path> kept) {}

  /// Runs for some minutes, most of them embedding.
  ///
  /// @return the figures as a Markdown table
  public static String run(Task task, Consumer<String> progress) {
    var folder = BenchFolder.make();
    try {
      return new AnswersBench(task, folder, progress).run();
    } finally {
      BenchFolder.delete(folder);
    }
  }

  private String run() {
    table.append(
        "| articles | engine | p50 ms | p99 ms | a second on 2 | build s | MB on disk |\n");
    table.append("| --: | --- | --: | --: | --: | --: | --: |\n");
    var vertx = Vertx.vertx();
    try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
        var database = Database.open(vertx, new DatabaseSettings(postgres.url(), AT_ONCE))) {
      for (int size : sizes) {
        var grown = Articles.grown(articles, size);
        measure(new Ours(kept.resolve("ours-" + size)), grown);
        measure(new Plain("StandardAnalyzer", new StandardAnalyzer(), sub("std", size)), grown);
        measure(new Plain("SmartChinese", new SmartChineseAnalyzer(), sub("smart", size)), grown);
        measure(new Trigrams(vertx, database, true), grown);
        measure(new Trigrams(vertx, database, false), grown);
      }
    } finally {
      vertx.close().await();
    }
    return table.toString();
  }

  private Path sub(String name, int size) {
    return folder.resolve(name + "-" + size);
  }

  private void measure(Engine engine, List<Searchable> grown) {
    progress.accept(engine.name() + ": writing " + grown.size() + " articles");
    try (engine) {
      long start = System.nanoTime();
      engine.put(grown);
      double build = seconds(start);
      progress.accept(engine.name() + ": asking");
      for (int i = 0; i < WARM_UP && seconds(start) < build + 20; i++) engine.ask(question(i));
      var alone = alone(engine);
      double rate = together(engine);
      table.append(
          String.format(
              Locale.ROOT,
              "| %d | %s | %.1f | %.1f | %.0f | %.0f | %.0f |%n",
              grown.size(),
              engine.name(),
              alone.median().toNanos() / 1e6,
              alone.p99().toNanos() / 1e6,
              rate,
              build,
              engine.bytes() / 1e6));
      if (engine instanceof Ours ours) table.append(note(ours));
    }
  }

  private static String note(Ours ours) {
    System.gc();
    var runtime = Runtime.getRuntime();
    long heap = (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    return String.format(
        Locale.ROOT,
        "| | %d passages embedded, %d MB of heap | | | | | |%n",
        ours.passages(),
        heap);
  }

  private String question(int i) {
    return questions.get(i % questions.size());
  }

  /// One question after the other.
  private Figures alone(Engine engine) {
    var nanos = new long[TIMED];
    long start = System.nanoTime();
    int done = 0;
    while (done < TIMED && seconds(start) < LONGEST.toSeconds()) {
      long before = System.nanoTime();
      engine.ask(question(done));
      nanos[done++] = System.nanoTime() - before;
    }
    var taken = Duration.ofNanos(System.nanoTime() - start);
    return Figures.of(Arrays.copyOf(nanos, done), 0, taken);
  }

  /// Two at a time, in questions a second.
  private double together(Engine engine) {
    var next = new AtomicInteger();
    long start = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < AT_ONCE; i++) {
        threads.execute(
            () -> {
              while (seconds(start) < LONGEST.toSeconds() / 2.0) {
                engine.ask(question(next.getAndIncrement()));
              }
            });
      }
    }
    return next.get() / seconds(start);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
