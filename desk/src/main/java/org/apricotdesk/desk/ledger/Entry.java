package org.apricotdesk.desk.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// One fact. Shapes once shipped never change.
public sealed interface Entry {
  /// A matter of data security.
  ///
  /// @param times how often, for what is listed by the dozen
  record Security(Grade grade, long times) implements Entry {}

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
  record Visits(long visits) implements Entry {}

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
  record Training(long invited, long trained) implements Entry {}

  /// How the devices stand on that day.
  record Devices(long inUse, long faulty) implements Entry {}

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
  }
}
