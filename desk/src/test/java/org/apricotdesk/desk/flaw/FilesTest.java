package org.apricotdesk.desk.flaw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apricotdesk.desk.DeskFixture.SHEN;
import static org.apricotdesk.desk.DeskFixture.SUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.PagesFixture;
import org.apricotdesk.desk.web.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files people send: known by what they are, kept by their hash, shown to whom the ticket is
// shown.
class FilesTest {
  private static final byte[] PICTURE = "\u0089PNG\r\n\u001a\nxxxx".getBytes(ISO_8859_1);
  private static final byte[] GIF_AND_SCRIPT = "GIF89a=1;alert(1)//<script>".getBytes(UTF_8);
  private static final byte[] PDF = "%PDF-1.7\n<script>alert(1)</script>".getBytes(UTF_8);
  private static final Pattern MEDIA = Pattern.compile("/tickets/\\d+/media/[0-9a-f]{64}");

  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk");
  @TempDir static Path folder;
  private static PagesFixture pages;

  @BeforeAll
  static void open() {
    pages = new PagesFixture(db, folder);
  }

  @ParameterizedTest(name = "24: a file called {0} is kept under its hash and nowhere else")
  @ValueSource(
      strings = {
        "a.pht",
        "a.png.php",
        "../../../../tmp/hx.png",
        "..\\\\..\\\\hx.png",
        "/etc/hx.png",
        "<img src=x onerror=hx>.png",
        "hx.png%00.php",
        ".htaccess",
        "con.png",
        "a.svg",
        "a.html"
      })
  void whatever_a_file_is_called_it_is_kept_under_its_hash(String name) throws IOException {
    var answer = sent(name, PICTURE);

    assertThat(answer.statusCode()).as(name).isEqualTo(302);
    try (var kept = Files.walk(folder)) {
      assertThat(kept.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .noneMatch(file -> file.contains("hx") || file.matches(".*\\.(pht|php|png|svg|html)$"));
    }
    assertThat(ticket(answer)).doesNotContain("onerror", "hx.png", ".pht");
  }

  @ParameterizedTest(name = "4, 24: what is no picture is refused, though it is called one: {0}")
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg' onload='hx'/>",
        "<?xml version='1.0'?><svg onload='hx'/>",
        "<!doctype html><script>hx</script>",
        "<?php hx(); ?>",
        "MZ\u0090\u0000 This program",
        "#!/bin/sh\nhx",
        "\u007fELF"
      })
  void what_is_no_picture_is_refused_though_it_is_called_one(String content) {
    var answer = sent("photo.png", content.getBytes(ISO_8859_1));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("role=\"alert\"");
  }

  @Test
  @DisplayName(
      "4: whatever is sent back runs nowhere: sandboxed, not sniffed, a download unless a picture")
  void whatever_is_sent_back_runs_nowhere() {
    for (var bytes : List.of(PICTURE, GIF_AND_SCRIPT, PDF)) {
      var headers = nurse().headers(media(sent("x.html", bytes)));
      assertThat(headers.firstValue("content-security-policy"))
          .hasValue("default-src 'none'; sandbox");
      assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
      var type = headers.firstValue("content-type").orElse("");
      assertThat(type).isIn("image/png", "image/gif", "application/pdf");
      assertThat(headers.firstValue("content-disposition"))
          .hasValue(type.startsWith("image/") ? "inline" : "attachment");
    }
  }

  @Test
  @DisplayName("42: the address of a picture opens nothing without the ticket it hangs on")
  void the_address_of_a_picture_opens_nothing_without_its_ticket() {
    var address = media(sent("photo.png", PICTURE));
    var other = sent("other.png", PDF);
    var moved = address.replaceFirst("\\d+", number(other));

    assertThat(nurse().status(address)).isEqualTo(200);
    assertThat(nurse().status(moved)).isEqualTo(404);
    assertThat(pages.visitor(SHEN).status(address)).isEqualTo(200);
    assertThat(pages.visitor(new PersonId("hejiayi")).status(address)).isEqualTo(404);
    assertThat(pages.stranger().status(address)).isEqualTo(302);
    assertThat(nurse().headers(address).firstValue("cache-control").orElse("")).contains("private");
  }

  @Test
  @DisplayName("24: what is larger than a phone's picture is refused before it is kept")
  void what_is_too_large_is_refused_before_it_is_kept() {
    var large = new byte[11 * 1024 * 1024];
    System.arraycopy(PICTURE, 0, large, 0, PICTURE.length);

    assertThat(sent("large.png", large).statusCode()).isEqualTo(413);
  }

  private static Visitor nurse() {
    return pages.visitor(SUN);
  }

  private static HttpResponse<String> sent(String name, byte[] bytes) {
    return nurse().uploads("/report", "/report", name, bytes, "what", "打印机坏了", "where", "三楼");
  }

  private static String number(HttpResponse<String> sent) {
    return sent.headers().firstValue("location").orElseThrow().replaceAll("\\D", "");
  }

  private static String ticket(HttpResponse<String> sent) {
    return nurse().reads("/tickets/" + number(sent));
  }

  private static String media(HttpResponse<String> sent) {
    var found = MEDIA.matcher(ticket(sent));
    assertThat(found.find()).isTrue();
    return found.group();
  }
}
