package org.apricotdesk.desk.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.apricotdesk.desk.assessment.Term.Length;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {
  @ParameterizedTest
  @CsvSource({
    "2026H1, 2026-01-01, 2026-07-01",
    "2026H2, 2026-07-01, 2027-01-01",
    "2026Q1, 2026-01-01, 2026-04-01",
    "2026Q4, 2026-10-01, 2027-01-01",
    "2026-12, 2026-12-01, 2027-01-01"
  })
  void half_years_quarters_and_months_are_found_by_their_names(
      String code, LocalDate first, LocalDate end) {
    var term = Term.of(code).orElseThrow();
    assertThat(term.first()).isEqualTo(first);
    assertThat(term.end()).isEqualTo(end);
    assertThat(term.code()).isEqualTo(code);
    assertThat(term.next().before()).isEqualTo(term);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026", "2026H3", "2026Q5", "2026-13", "2026-00", "26H1", "2026H1x"})
  void anything_else_is_none(String code) {
    assertThat(Term.of(code)).isEmpty();
  }

  @Test
  void a_day_lies_in_one_of_each_length() {
    var day = LocalDate.of(2026, 8, 31);
    assertThat(Term.holding(Length.HALF, day).code()).isEqualTo("2026H2");
    assertThat(Term.holding(Length.QUARTER, day).code()).isEqualTo("2026Q3");
    assertThat(Term.holding(Length.MONTH, day).code()).isEqualTo("2026-08");
  }
}
