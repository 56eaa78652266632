package org.apricotdesk.desk.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.indicator.Indicator.Field;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Tier;

/// What an engineer's term came to, with everything it was made of.
///
/// @param sample how many tickets were solved
/// @param sections the fields that count for the tier
/// @param own what the sections alone come to; empty where there is nothing to judge by
/// @param score what counts in the end; empty where nothing does
/// @param breaches confirmed breaches of security in the term
public record Assessment(
    Person engineer,
    Tier tier,
    long sample,
    List<Section> sections,
    Optional<BigDecimal> own,
    Optional<BigDecimal> score,
    Set<Remark> remarks,
    List<Breach> breaches) {
  public Assessment {
    sections = List.copyOf(sections);
    remarks = Set.copyOf(remarks);
    breaches = List.copyOf(breaches);
  }

  /// What has to be said with a score.
  public enum Remark {
    /// Too few tickets: the median of the tier counts.
    LOW_SAMPLE,
    /// There is no such median, as too few of the tier have enough tickets.
    NO_MEDIAN,
    /// Nobody has rated the innovation: the other fields count alone.
    NOT_RATED,
    /// A confirmed breach of security caps the score.
    BREACH;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A field with what it is made of.
  ///
  /// @param weight of the field in the tier's score, in per cent
  public record Section(Field field, int weight, List<Line> lines) implements Weighed {
    public Section {
      lines = List.copyOf(lines);
    }

    @Override
    public Optional<BigDecimal> points() {
      return Weighed.mean(lines);
    }
  }

  /// A part with its points.
  public record Line(Part part, Basis basis, Optional<BigDecimal> points) implements Weighed {
    @Override
    public int weight() {
      return part.weight();
    }
  }

  public Optional<Line> line(Part part) {
    return sections.stream()
        .flatMap(section -> section.lines().stream())
        .filter(line -> line.part() == part)
        .findFirst();
  }
}
