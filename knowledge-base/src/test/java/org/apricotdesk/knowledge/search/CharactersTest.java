package org.apricotdesk.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;

class CharactersTest {
  @Test
  void traditional_characters_are_read_as_the_simplified_ones_that_icu_has_for_them() {
    var icu = Transliterator.getInstance("Traditional-Simplified");
    for (char c = Characters.FIRST_HAN; c <= Characters.LAST_HAN; c++) {
      var simplified = icu.transliterate(String.valueOf(c));
      var expected = simplified.length() == 1 ? simplified : String.valueOf(c);
      assertThat(Characters.plain(String.valueOf(c))).isEqualTo(expected);
    }
  }

  @Test
  void width_and_case_make_no_difference() {
    assertThat(Characters.plain("ＨＩＳ 登錄不上")).isEqualTo("his 登录不上");
  }
}
