package org.apricotdesk.deploy.bench;

import java.util.List;
import org.apricotdesk.knowledge.search.Searchable;

/// Something that is fed articles and asked questions.
interface Engine extends AutoCloseable {
  String name();

  void put(List<Searchable> articles);

  /// @return how many articles it found, ten at most
  int ask(String question);

  /// What it takes on disk.
  long bytes();

  @Override
  void close();
}
