package org.apricotdesk.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintPageTest {
  @Test
  void only_a_long_table_may_go_on_over_the_page() {
    var page = new PrintPage("月报", "", "", table(3) + "<p>每天 $5</p>" + table(20)).html();
    assertThat(page).containsOnlyOnce("<table>").containsOnlyOnce("<table class=\"long\">");
    assertThat(page.indexOf("<table>")).isLessThan(page.indexOf("每天 $5"));
    assertThat(page.split("<td>成本 \\$1</td>", -1)).hasSize(24);
  }

  private static String table(int rows) {
    return "<table>" + "<tr><td>成本 $1</td></tr>".repeat(rows) + "</table>";
  }
}
