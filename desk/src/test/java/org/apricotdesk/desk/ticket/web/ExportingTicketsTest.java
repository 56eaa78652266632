package org.apricotdesk.desk.ticket.web;

import static org.apricotdesk.desk.DeskFixture.SHAO;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.apricotdesk.desk.DeskFixture.YE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.ticket.TicketFilter;
import org.apricotdesk.desk.web.PagesFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ExportingTicketsTest {
  private static final String EXPORT = "/export/tickets.csv";

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");

  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void someReports() {
    pages = new PagesFixture(db, folder);
    var nurse = pages.visitor(SUN);
    for (var i = 0; i < 6; i++) nurse.sends("/report", "/report", "what", "打印机不走纸 " + i);
    nurse.sends("/report", "/report", "what", "=HYPERLINK(\"http://x\")");
    nurse.sends("/report", "/report", "what", "患者王小明住院号 00123456 的腕带打不出来");
    var taken = nurse.sends("/report", "/report", "what", "鼠标坏了").uri().getPath();
    pages.visitor(SHAO).sends(taken, taken + "/claim");
  }

  @Test
  void the_file_has_what_the_list_shows_to_its_reader() {
    for (var who : List.of(SHAO, YE, SHEN)) {
      var viewer = pages.desk.people().find(who).orElseThrow();
      var listed =
          pages.desk.tickets().list(viewer, TicketFilter.EVERYTHING, Optional.empty(), 100);
      assertThat(rows(pages.visitor(who).reads(EXPORT)))
          .as(who.value())
          .hasSameSizeAs(listed)
          .allMatch(
              row -> listed.stream().anyMatch(t -> row.startsWith(quoted(t.number().value()))));
    }
    pages.scope(YE, "east");
    assertThat(rows(pages.visitor(YE).reads(EXPORT))).isEmpty();
    pages.scope(YE, "main", "east", "river");
    assertThat(pages.visitor(SUN).status(EXPORT)).isEqualTo(403);
  }

  @Test
  void it_keeps_to_the_filter_of_the_list() {
    var director = pages.visitor(SHEN);
    assertThat(rows(director.reads(EXPORT + "?q=%E4%B8%8D%E8%B5%B0%E7%BA%B8"))).hasSize(6);
    assertThat(rows(director.reads(EXPORT + "?open=1&campus=east"))).isEmpty();
    assertThat(rows(director.reads(EXPORT + "?from=2026-03-17"))).isEmpty();
    assertThat(rows(director.reads(EXPORT + "?from=2026-03-16&to=2026-03-16"))).hasSize(9);
  }

  @Test
  void it_opens_in_a_spreadsheet_and_runs_nothing_there() {
    var file = pages.visitor(SHEN).reads(EXPORT);
    assertThat(file).startsWith("\uFEFF\"编号\"").contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    var headers = pages.visitor(SHEN).headers(EXPORT);
    assertThat(headers.firstValue("content-disposition").orElseThrow()).startsWith("attachment");
    assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
  }

  @Test
  void no_patient_is_in_it_and_the_log_says_who_took_it() {
    assertThat(pages.visitor(SHEN).reads(EXPORT)).doesNotContain("00123456", "王小明");
    assertThat(pages.visitor(SHEN).reads("/admin/audit?object=export%20tickets")).contains("导出");
  }

  private static String quoted(long number) {
    return "\"" + number + "\",";
  }

  private static List<String> rows(String file) {
    return file.lines().skip(1).toList();
  }
}
