package org.apricotdesk.desk.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.web.Speech;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private final Speech speech =
      new Speech(
          Locale.SIMPLIFIED_CHINESE,
          List.of(Texts.of(DashboardPages.class)),
          ZoneId.of("Asia/Shanghai"),
          Instant.EPOCH);

  @Test
  void the_shares_are_a_hundred_together() {
    var seconds =
        Map.of(
            "desk", 119_500L,
            "engineer", 617_500L,
            "user", 603_500L,
            "vendor", 287_400L,
            "outside_hours", 2_160_500L);
    var shares = new Waiting(new FigureWords(speech), speech).of(seconds);
    assertThat(shares)
        .extracting(DashboardPage.Share::percent)
        .containsExactly(3L, 16L, 16L, 8L, 57L);
    assertThat(new Waiting(new FigureWords(speech), speech).of(Map.of())).isEmpty();
  }
}
