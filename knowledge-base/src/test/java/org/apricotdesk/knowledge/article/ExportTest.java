package org.apricotdesk.knowledge.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.config.sample.SampleHospital;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge");
  @TempDir Path folder;

  @Test
  void what_was_exported_and_is_imported_again_changes_nothing() throws IOException {
    var articles = new Articles(db.database(), Clock.systemUTC(), new PatientDataScan(_ -> false));
    SampleHospital.writeArticles(folder.resolve("sample"));
    articles.importAll(ArticleFiles.read(folder.resolve("sample")), "import");
    var odd = Content.of("共享 \\\\10.1.2.3\\打印 \"连不上\"", "# 报 0x0000011b\n\n隔壁能打, 这台不能");
    articles.publish(articles.draft(odd, "wangqiang").id(), "wangqiang");
    articles.draft(Content.of("还没写完", "等等"), "wangqiang");

    for (var place : List.of("out", "out.zip")) {
      assertThat(new ArticleExport(articles).write(folder.resolve(place))).isEqualTo(161);
      assertThat(articles.importAll(ArticleFiles.read(folder.resolve(place)), "import"))
          .isEqualTo(new ImportReport(0, 0, 161, List.of()));
    }
    for (var place : List.of("out", "out.zip")) {
      assertThatThrownBy(() -> new ArticleExport(articles).write(folder.resolve(place)))
          .isInstanceOf(IOException.class);
    }
  }
}
