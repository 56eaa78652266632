package org.apricotdesk.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Holds the line a little below what `deploy/docs/understanding.md` reports.
@Tag("slow")
class CrossValidationTest {
  @Test
  void messages_that_were_not_trained_on_are_understood() {
    var validation = CrossValidation.run();
    assertThat(validation.share("kind")).isGreaterThanOrEqualTo(0.94);
    assertThat(validation.share("category")).isGreaterThanOrEqualTo(0.88);
    assertThat(validation.share("priority")).isGreaterThanOrEqualTo(0.88);
    assertThat(validation.share("department")).isGreaterThanOrEqualTo(0.98);
  }
}
