package org.apricotdesk.desk.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apricotdesk.config.text.Texts;

/// What an import did, or why it did nothing: one refusal, and nothing at all is stored.
public record ImportReport(Map<String, Tally> kinds, List<Problem> refused) {
  private static final Texts TEXTS = Texts.of(ImportReport.class);

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
  /// @param what the key of what is wrong, as in [Problem]
  public static ImportReport refusing(String where, String what, Object... about) {
    return refusing(List.of(new Problem(where, what, about)));
  }

  /// How many of one kind, such as `department`.
  public record Tally(int added, int changed, int unchanged) {}

  /// @param where the place in the file, such as `departments[3] main-guyi`
  /// @param what is wrong: the text `import.<what>`
  /// @param about what that text names
  public record Problem(String where, String what, List<String> about) {
    public Problem {
      about = List.copyOf(about);
    }

    public Problem(String where, String what, Object... about) {
      this(where, what, Stream.of(about).map(String::valueOf).toList());
    }

    /// In English, for the operator.
    public String why() {
      return why(Locale.ENGLISH);
    }

    public String why(Locale locale) {
      return TEXTS.say(locale, "import." + what, about.toArray());
    }
  }

  /// Counts while an import runs.
  public static final class Counting {
    private final Map<String, Tally> kinds = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    public void refuse(String where, String what, Object... about) {
      problems.add(new Problem(where, what, about));
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
