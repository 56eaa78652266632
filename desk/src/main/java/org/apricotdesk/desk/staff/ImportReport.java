package org.apricotdesk.desk.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an import did, or why it did nothing: one refusal, and nothing at all is stored.
public record ImportReport(Map<String, Tally> kinds, List<Problem> refused) {
  public ImportReport {
    kinds = Map.copyOf(kinds);
    refused = List.copyOf(refused);
  }

  public boolean stored() {
    return refused.isEmpty();
  }

  public static ImportReport refusing(List<Problem> problems) {
    return new ImportReport(Map.of(), problems);
  }

  /// One that found the file itself to be wrong.
  ///
  /// @param where the place in the file, or `file`
  public static ImportReport refusing(String where, String why) {
    return refusing(List.of(new Problem(where, why)));
  }

  /// How many of one kind, such as `department`.
  public record Tally(int added, int changed, int unchanged) {}

  /// @param where the place in the file, such as `departments[3] main-guyi`
  /// @param why in English, for the operator
  public record Problem(String where, String why) {}

  /// Counts while an import runs.
  public static final class Counting {
    private final Map<String, Tally> kinds = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    public void refuse(String where, String why) {
      problems.add(new Problem(where, why));
    }

    public List<Problem> problems() {
      return List.copyOf(problems);
    }

    /// @param happened what the database says it did with the row
    public void count(String kind, Happened happened) {
      var tally = kinds.getOrDefault(kind, new Tally(0, 0, 0));
      kinds.put(
          kind,
          switch (happened) {
            case ADDED -> new Tally(tally.added() + 1, tally.changed(), tally.unchanged());
            case CHANGED -> new Tally(tally.added(), tally.changed() + 1, tally.unchanged());
            case UNCHANGED -> new Tally(tally.added(), tally.changed(), tally.unchanged() + 1);
          });
    }

    public ImportReport report() {
      return new ImportReport(problems.isEmpty() ? kinds : Map.of(), problems);
    }
  }

  public enum Happened {
    ADDED,
    CHANGED,
    UNCHANGED
  }
}
