package org.apricotdesk.knowledge.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apricotdesk.config.sample.SampleHospital;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFilesTest {
  @TempDir Path folder;

  @Test
  void the_sample_hospitals_articles_read_without_a_complaint() {
    SampleHospital.writeArticles(folder);

    var read = ArticleFiles.read(folder);

    assertThat(read.refused()).isEmpty();
    assertThat(read.articles()).hasSize(160);
    assertThat(read.articles().getFirst().content().steps())
        .first()
        .isEqualTo("先别断电硬扯。打开前盖，取出硒鼓放在避光处。");
  }

  @Test
  void an_exported_article_reads_back_as_it_was() {
    var text = SampleHospital.article(SampleHospital.articles().getFirst());
    var article = MarkdownArticle.parse(text);

    assertThat(MarkdownArticle.parse(article.text())).isEqualTo(article);
  }

  @Test
  void an_article_is_as_old_as_its_author_says_and_else_as_the_day_it_was_stored() {
    var zone = ZoneId.of("Asia/Shanghai");
    var stored = Instant.parse("2026-11-25T20:00:00Z");
    var content =
        MarkdownArticle.parse(SampleHospital.article(SampleHospital.articles().getFirst()))
            .content();
    var dated = new Article(new ArticleId("KB-1"), content, ArticleState.PUBLISHED, 1, stored);
    var undated =
        new Article(new ArticleId("KB-2"), Content.of("问", "答"), ArticleState.PUBLISHED, 1, stored);

    assertThat(dated.updatedOn(zone)).isEqualTo("2026-01-12");
    assertThat(undated.updatedOn(zone)).isEqualTo("2026-11-26");
  }

  @Test
  void a_table_of_questions_and_answers_is_read_row_by_row() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("faq.csv"),
            "\ufeff问题,答案\r\n\"打印机卡纸，怎么办\",\"1. 开盖\n2. 取纸\"\r\n没有答案的问题,\r\n");

    var read = ArticleFiles.read(file);

    assertThat(read.articles())
        .singleElement()
        .satisfies(one -> assertThat(one.content().steps()).hasSize(2));
    assertThat(read.refused())
        .containsExactly(new ImportReport.Refused("faq.csv:3", "the answer is empty"));
  }

  @Test
  void word_and_excel_are_read() throws IOException {
    try (var word = new XWPFDocument();
        var out = Files.newOutputStream(folder.resolve("a.docx"))) {
      word.createParagraph().createRun().setText("投影没画面");
      word.createParagraph().createRun().setText("按 Win+P 选复制");
      word.write(out);
    }
    try (var excel = new XSSFWorkbook();
        var out = Files.newOutputStream(folder.resolve("b.xlsx"))) {
      var sheet = excel.createSheet();
      sheet.createRow(0).createCell(0).setCellValue("问题");
      var row = sheet.createRow(1);
      row.createCell(0).setCellValue("音箱没声");
      row.createCell(1).setCellValue("看音量");
      excel.write(out);
    }

    assertThat(ArticleFiles.read(folder).articles())
        .extracting(one -> one.content().title())
        .containsExactly("投影没画面", "音箱没声");
  }

  @Test
  void a_zip_that_is_larger_inside_than_it_looks_is_refused() throws IOException {
    var file = folder.resolve("bomb.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("../../etc/evil.md"));
      zip.write("x".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("large.md"));
      fill(zip);
      zip.closeEntry();
    }

    var read = ArticleFiles.read(file);

    assertThat(read.articles()).isEmpty();
    assertThat(read.refused())
        .extracting(ImportReport.Refused::why)
        .containsExactly("no front matter between --- lines", "larger than 5 MB");
  }

  @Test
  void a_damaged_file_is_named() throws IOException {
    Files.writeString(folder.resolve("broken.docx"), "not a zip");

    assertThat(ArticleFiles.read(folder).refused())
        .singleElement()
        .satisfies(one -> assertThat(one.where()).isEqualTo("broken.docx"));
  }

  private static void fill(OutputStream out) throws IOException {
    var block = new byte[1 << 20];
    for (int i = 0; i < 6; i++) out.write(block);
  }
}
