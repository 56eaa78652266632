package org.apricotdesk.desk.dashboard;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DirectorsSentenceTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("desk", "knowledge");
  @TempDir static Path folder;

  @Test
  void the_director_reads_one_sentence_and_three_numbers() {
    var pages = new PagesFixture(db, folder);
    var nurse = pages.visitor(SUN);
    for (int printer = 1; printer <= 6; printer++) {
      var ticket = nurse.sends("/report", "/report", "what", printer + "号打印机亮红灯").uri().getPath();
      if (printer <= 3) pages.visitor(SHAO).sends(ticket, ticket + "/claim");
    }
    pages.clock.advance(Duration.ofHours(5));

    assertThat(pages.visitor(SHEN).reads("/figures"))
        .contains("没达到的是响应及时率", "2026年3月", "50.00%", "目标 ≥95%", "未达标");
    assertThat(pages.visitor(SHAO).reads("/figures")).doesNotContain("没达到的是");
  }
}
