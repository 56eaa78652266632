package org.apricotdesk.knowledge.article;

import java.util.List;

/// What an import did, or why it did nothing.
public record ImportReport(int added, int changed, int unchanged, List<Refused> refused) {
  public ImportReport {
    refused = List.copyOf(refused);
  }

  static ImportReport refusing(List<Refused> refused) {
    return new ImportReport(0, 0, 0, refused);
  }

  public boolean stored() {
    return refused.isEmpty();
  }

  /// @param where file and row
  /// @param why in English, for the operator
  public record Refused(String where, String why) {}
}
