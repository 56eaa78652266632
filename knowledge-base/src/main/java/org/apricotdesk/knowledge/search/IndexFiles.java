package org.apricotdesk.knowledge.search;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/// The index as files: what writes them, what reads them, and whether they still are what was
/// written. One thread writes; any number reads.
final class IndexFiles {
  /// A question asks every segment. With six of them instead of one it takes half as long again.
  private static final int MOST_SEGMENTS = 4;

  private final Directory directory;
  private volatile IndexWriter writer;
  private volatile SearcherManager searchers;
  private volatile Map<String, Long> written = Map.of();

  private IndexFiles(Directory directory, IndexWriter writer) throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, null);
    if (DirectoryReader.indexExists(directory)) written = lengths();
  }

  static IndexFiles open(Directory directory) throws IOException {
    return new IndexFiles(directory, writer(directory));
  }

  private static IndexWriter writer(Directory directory) throws IOException {
    var config = new IndexWriterConfig();
    config.setMergeScheduler(new SerialMergeScheduler());
    return new IndexWriter(directory, config);
  }

  IndexWriter writer() {
    return writer;
  }

  SearcherManager searchers() {
    return searchers;
  }

  void commit(Map<String, String> data) throws IOException {
    writer.setLiveCommitData(data.entrySet());
    boolean writtenAnew = written.isEmpty();
    writer.forceMerge(writtenAnew ? 1 : MOST_SEGMENTS);
    writer.commit();
    written = lengths();
  }

  /// What was given with the last commit.
  Map<String, String> kept() {
    var out = new HashMap<String, String>();
    var data = writer.getLiveCommitData();
    if (data != null) data.forEach(entry -> out.put(entry.getKey(), entry.getValue()));
    return out;
  }

  /// Whether every file of the last commit is there at its length, and can be written on.
  boolean areThere() {
    if (!writer.isOpen()) return false;
    try {
      return written.isEmpty() || lengths().equals(written);
    } catch (IOException | RuntimeException _) {
      return false;
    }
  }

  private Map<String, Long> lengths() throws IOException {
    var out = new HashMap<String, Long>();
    for (var name : SegmentInfos.readLatestCommit(directory).files(true)) {
      out.put(name, directory.fileLength(name));
    }
    return out;
  }

  /// Whether every byte is what was written, by the checksums of the files.
  boolean areSound() {
    try {
      var searcher = searchers.acquire();
      try {
        for (var leaf : searcher.getIndexReader().leaves()) leaf.reader().checkIntegrity();
        return true;
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException | RuntimeException | InternalError _) { // a shortened file is an error
      return false;
    }
  }

  /// Throws away whatever there is and goes on with nothing.
  void startAnew() throws IOException {
    IOUtils.closeWhileHandlingException(searchers, writer::rollback);
    if (directory instanceof FSDirectory folder) Files.createDirectories(folder.getDirectory());
    for (var name : directory.listAll()) {
      if (!name.equals(IndexWriter.WRITE_LOCK_NAME)) directory.deleteFile(name);
    }
    written = Map.of();
    writer = writer(directory);
    searchers = new SearcherManager(writer, null);
  }

  void close() throws IOException {
    try (directory;
        var writer = this.writer;
        var _ = this.searchers) {
      if (writer.isOpen()) writer.commit();
    }
  }
}
