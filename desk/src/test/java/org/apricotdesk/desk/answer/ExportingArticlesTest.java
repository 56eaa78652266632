package org.apricotdesk.desk.answer;

import static org.apricotdesk.desk.DeskFixture.JIANG;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class ExportingArticlesTest {
  private static final String EXPORT = "/admin/articles/export.zip";

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  /// The index is still being written when the test ends.
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  @Test
  void what_is_published_is_taken_out_as_a_zip_by_those_who_write() {
    var pages = new PagesFixture(db, folder);
    var lead = pages.visitor(JIANG);
    var article =
        lead.sends("/admin/articles/new", "/admin/articles", "title", "卡纸怎么办", "steps", "关机，取出纸")
            .uri()
            .getPath();
    lead.sends(article, article + "/publish");

    assertThat(lead.reads(EXPORT)).startsWith("PK").contains(article.replaceAll(".*/", "") + ".md");
    assertThat(lead.headers(EXPORT).firstValue("content-disposition").orElseThrow())
        .contains("attachment");
    assertThat(pages.visitor(SUN).status(EXPORT)).isEqualTo(403);
  }
}
