package org.apricotdesk.knowledge.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// What was read from files before anything is stored.
public record ReadArticles(List<One> articles, List<ImportReport.Refused> refused) {
  public ReadArticles {
    articles = List.copyOf(articles);
    refused = List.copyOf(refused);
  }

  /// @param where file and row it came from
  /// @param id empty if the file names none
  public record One(String where, String id, Content content) {}

  /// Collects while files are read.
  static final class Reading {
    private final List<One> articles = new ArrayList<>();
    private final List<ImportReport.Refused> refused = new ArrayList<>();
    private final HashSet<String> ids = new HashSet<>();

    void add(String where, String id, Content content) {
      if (!id.isEmpty() && !ids.add(id)) refuse(where, "the id " + id + " stands there twice");
      else articles.add(new One(where, id, content));
    }

    void refuse(String where, String why) {
      refused.add(new ImportReport.Refused(where, why));
    }

    ReadArticles done() {
      return new ReadArticles(articles, refused);
    }
  }
}
