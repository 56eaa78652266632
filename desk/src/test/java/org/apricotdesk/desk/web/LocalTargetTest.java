package org.apricotdesk.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTargetTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/tickets/1024", "/my?state=open", "/knowledge?q=%E6%89%93%E5%8D%B0"})
  void a_page_of_ours_is_where_one_goes(String wish) {
    assertThat(LocalTarget.of(wish).path()).isEqualTo(wish);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "",
        "evil",
        "/a\r\nLocation: x",
        "/\t/evil.example"
      })
  void anything_else_leads_home(String wish) {
    assertThat(LocalTarget.of(wish).path()).isEqualTo("/");
  }
}
