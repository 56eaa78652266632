package org.apricotdesk.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.apricotdesk.config.text.Texts;
import org.junit.jupiter.api.Test;

class TextsOfRefusalsTest {
  private final Texts texts = Texts.of(TicketDesk.class);

  @Test
  void every_refusal_can_be_said_in_both_languages() {
    assertThat(texts.incomplete()).isEmpty();
    for (var why : Refusal.values()) assertThat(texts.has("refused." + why)).as("%s", why).isTrue();
    for (var why : Media.Trouble.values())
      assertThat(texts.has("media." + why)).as("%s", why).isTrue();
  }
}
