package org.apricotdesk.desk.target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What happened to one ticket, reduced to what its clocks care about, in order of time.
public record Course(Instant created, Terms terms, List<Mark> marks) {

  /// One such thing.
  public sealed interface Mark {
    Instant at();

    record Enters(Instant at, Phase phase) implements Mark {}

    /// A person took it or said something; a bot's answer is none.
    record Answered(Instant at) implements Mark {}

    record Changed(Instant at, Terms terms) implements Mark {}
  }

  public Course {
    marks = List.copyOf(marks);
    var before = created;
    for (var mark : marks) {
      if (mark.at().isBefore(before))
        throw new IllegalArgumentException("not in order of time: " + mark);
      before = mark.at();
    }
  }

  public static Course starting(Instant created, Terms terms) {
    return new Course(created, terms, List.of());
  }

  /// The same with promises for which the time of these interruptions does not count.
  public Course without(List<Interruption> gaps) {
    return new Course(
        created, terms.without(gaps), marks.stream().map(mark -> without(gaps, mark)).toList());
  }

  private static Mark without(List<Interruption> gaps, Mark mark) {
    return switch (mark) {
      case Mark.Changed(var at, var next) -> new Mark.Changed(at, next.without(gaps));
      case Mark.Enters _, Mark.Answered _ -> mark;
    };
  }

  public Course then(Mark mark) {
    var more = new ArrayList<>(marks);
    more.add(mark);
    return new Course(created, terms, more);
  }
}
