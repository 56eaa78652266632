package org.apricotdesk.desk.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apricotdesk.desk.fact.Facts;

/// One fact. Shapes once shipped never change.
public sealed interface Entry {
  /// The kinds there are, by name.
  Map<String, Class<? extends Entry>> KINDS = kinds();

  @SuppressWarnings("unchecked") // what an Entry permits is an Entry
  private static Map<String, Class<? extends Entry>> kinds() {
    var kinds = new TreeMap<String, Class<? extends Entry>>();
    for (var kind : Entry.class.getPermittedSubclasses())
      kinds.put(Facts.typeOf(kind), (Class<? extends Entry>) kind);
    return Collections.unmodifiableMap(kinds);
  }

  /// Whether its numbers make sense together.
  default boolean fits() {
    return true;
  }

  /// The gist of it, in numbers; empty where there are none.
  default String gist() {
    return "";
  }

  private static boolean isShare(long part, long whole) {
    return whole >= 1 && part >= 0 && part <= whole;
  }

  /// A matter of data security.
  ///
  /// @param times how often, for what is listed by the dozen
  record Security(Grade grade, long times) implements Entry {
    @Override
    public boolean fits() {
      return times >= 1;
    }

    @Override
    public String gist() {
      return "× " + times;
    }
  }

  enum Grade {
    /// Data leaked, were changed or lost.
    CONFIRMED,
    NEAR_MISS,
    BLOCKED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Visits of patients to the hospital in the month of that day.
  record Visits(long visits) implements Entry {
    @Override
    public boolean fits() {
      return visits >= 0;
    }

    @Override
    public String gist() {
      return "" + visits;
    }
  }

  /// A milestone of a project.
  ///
  /// @param due when it was to be reached by the first plan
  /// @param moved where it was moved to, and when that was agreed
  /// @param approved whether the director approved of moving it
  record Milestone(
      LocalDate due,
      Optional<LocalDate> moved,
      Optional<LocalDate> agreed,
      boolean approved,
      Optional<LocalDate> reached)
      implements Entry {
    private static final int EARLY = 5;

    @Override
    public String gist() {
      return due + reached.map(day -> " → " + day).orElse("");
    }

    /// The day that counts: the later one only if that was agreed five working days before, or
    /// approved.
    public LocalDate counts(Predicate<LocalDate> workingDay) {
      return moved.filter(_ -> approved || isAgreedEarly(workingDay)).orElse(due);
    }

    private boolean isAgreedEarly(Predicate<LocalDate> workingDay) {
      return agreed
          .filter(day -> day.isBefore(due))
          .filter(day -> day.datesUntil(due).filter(workingDay).count() >= EARLY)
          .isPresent();
    }

    public boolean isLate(Predicate<LocalDate> workingDay, LocalDate today) {
      return reached.orElse(today).isAfter(counts(workingDay));
    }
  }

  /// A training.
  ///
  /// @param invited how many were to be trained
  record Training(long invited, long trained) implements Entry {
    @Override
    public boolean fits() {
      return isShare(trained, invited);
    }

    @Override
    public String gist() {
      return trained + " / " + invited;
    }
  }

  /// How the devices stand on that day.
  record Devices(long inUse, long faulty) implements Entry {
    @Override
    public boolean fits() {
      return isShare(faulty, inUse);
    }

    @Override
    public String gist() {
      return faulty + " / " + inUse;
    }
  }

  /// New technology that is in routine use from that day on.
  record Technology() implements Entry {}

  /// An award, a patent or a paper.
  record Award() implements Entry {}

  /// Something that is needed less.
  ///
  /// @param price of one, in yuan
  record Saving(BigDecimal before, BigDecimal after, BigDecimal price) implements Entry {
    public BigDecimal yuan() {
      return before.subtract(after).multiply(price);
    }

    @Override
    public String gist() {
      return "¥" + yuan().stripTrailingZeros().toPlainString();
    }
  }

  /// How often something went wrong before and after, as the quality office counts it.
  ///
  /// @param casesBefore of so many (`ofBefore`)
  record Quality(long casesBefore, long ofBefore, long casesAfter, long ofAfter) implements Entry {
    @Override
    public boolean fits() {
      return casesBefore >= 1 && isShare(casesBefore, ofBefore) && isShare(casesAfter, ofAfter);
    }

    /// By how much the rate went down, in per cent of what it was; negative where it went up.
    public BigDecimal gain() {
      var before = BigDecimal.valueOf(casesBefore).multiply(BigDecimal.valueOf(ofAfter));
      var after = BigDecimal.valueOf(casesAfter).multiply(BigDecimal.valueOf(ofBefore));
      return before
          .subtract(after)
          .multiply(BigDecimal.valueOf(100))
          .divide(before, 2, RoundingMode.HALF_UP);
    }

    @Override
    public String gist() {
      return "%d/%d → %d/%d (%s%%)"
          .formatted(casesBefore, ofBefore, casesAfter, ofAfter, gain().toPlainString());
    }
  }

  /// What the department adds to the hospital's digital change, as those who steer judge it; the
  /// line's title says why.
  ///
  /// @param score 0 to 100
  record Contribution(Judge by, long score) implements Entry {
    private static final long MOST = 100;

    @Override
    public boolean fits() {
      return score >= 0 && score <= MOST;
    }

    @Override
    public String gist() {
      return "" + score;
    }
  }

  enum Judge {
    DIRECTOR,
    CMIO;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
