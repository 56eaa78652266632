package org.apricotdesk.desk.console;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.web.PagesFixture;
import org.apricotdesk.desk.wording.Wordings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class WordingPagesTest {
  private static final String PAGE = "/admin/wording/notice.taken";
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @Test
  void a_wording_is_previewed_saved_and_set_back() {
    assertThat(sends("preview", "{0} 由{3}来修", "{0} taken by {3}", 0).body())
        .contains("#1024 由王工来修");
    assertThat(pages.desk.wordings().pattern("notice.taken", CHINESE))
        .as("only looked at")
        .isEmpty();

    sends("save", "{0} 由{3}来修", "{0} taken by {3}", 0);
    assertThat(pages.desk.wordings().pattern("notice.taken", CHINESE)).hasValue("{0} 由{3}来修");
    assertThat(pages.desk.wordings().pattern("notice.taken", Locale.ENGLISH)).isEmpty();
    assertThat(pages.visitor(SHEN).reads("/admin/wording")).contains("#1024 由王工来修", "已修改");
    assertThat(pages.visitor(SHEN).reads("/admin/audit?object=wording%20notice.taken"))
        .contains("改用语");

    sends("reset", "", "", 1);
    assertThat(pages.desk.wordings().pattern("notice.taken", CHINESE)).isEmpty();
  }

  @Test
  void another_instance_follows() {
    var other = new Wordings(db.database(), pages.desk.audit(), pages.clock);
    var name = "dialogue.card.title";
    assertThat(other.pattern(name, CHINESE)).isEmpty();
    pages.desk.wordings().save(SHEN, name, "zh", "工单 {0}", 0);
    other.refresh();
    assertThat(other.pattern(name, CHINESE)).hasValue("工单 {0}");
    assertThat(pages.desk.wordings().save(SHEN, name, "zh", "晚了 {0}", 0))
        .as("somebody looked at an older one")
        .isFalse();
  }

  @Test
  void what_could_not_be_said_is_refused() {
    assertThat(sends("save", "{0} {9}", "", 0).body()).contains("没有的花括号数字");
    assertThat(sends("save", "{0 坏了", "", 0).body()).contains("不成对");
    assertThat(sends("save", "{0,frog}", "", 0).statusCode()).isEqualTo(400);
    assertThat(sends("save", "长".repeat(601), "", 0).body()).contains("太长");
    assertThat(sends("preview", "接单了", "", 0).body()).contains("没有用到 {0} {3}");
    assertThat(sends("preview", "<b>{0}</b>", "", 0).body()).contains("&lt;b&gt;#1024&lt;/b&gt;");
    assertThat(pages.visitor(SHEN).status("/admin/wording/dialogue.secret")).isEqualTo(404);
    assertThat(pages.visitor(SHAO).status("/admin/wording")).isEqualTo(403);
  }

  private static HttpResponse<String> sends(String act, String zh, String en, int version) {
    return pages
        .visitor(SHEN)
        .sends(PAGE, PAGE, "act", act, "zh", zh, "en", en, "version-zh", "" + version);
  }
}
