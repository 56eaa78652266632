package org.apricotdesk.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrickySentencesTest {
  private final Understanding understanding =
      new Understanding(SampleDesk.categories(), SampleDesk.register());

  @Test
  void there_are_six_hundred_sentences_in_twelve_kinds() {
    assertThat(Tricky.cases()).hasSizeGreaterThanOrEqualTo(600).doesNotHaveDuplicates();
    assertThat(Tricky.shares(understanding, true)).hasSize(13);
  }

  @Test
  void nine_in_ten_are_understood_and_no_kind_falls_behind() {
    var shares = Tricky.shares(understanding, true);
    assertThat(shares.get("all")).isGreaterThanOrEqualTo(0.95);
    assertThat(shares).allSatisfy((_, share) -> assertThat(share).isGreaterThanOrEqualTo(0.85));
  }
}
