package org.apricotdesk.deploy.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apricotdesk.bot.simulator.Member;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Coming in through WeCom, and every way around it that worked elsewhere.
class SigningInTest {
  private static final String NURSE = "sunlili";
  private static final String DIRECTOR = "shenguangyuan";

  @TempDir static Path folder;
  private static RunningProduct product;

  @BeforeAll
  static void start() {
    product = new RunningProduct(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    product.close();
  }

  @ParameterizedTest(name = "29: nobody is led elsewhere after signing in: {0}")
  @ValueSource(
      strings = {
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "/%0d%0aLocation:x",
        "/\r\nLocation: https://evil.example",
        "@evil.example",
        ".evil.example",
        "/..//evil.example",
        "/%2f%2fevil.example",
        "/%5cevil.example",
        "data:text/html,x"
      })
  void nobody_is_led_elsewhere_after_signing_in(String wish) {
    var answer = product.browser().signsIn(NURSE, wish);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Browser.location(answer)).matches("/([^/\\\\].*)?").doesNotContain("\n", "\r", "\t");
    assertThat(
            product
                .browser()
                .gets(
                    "/signin?to="
                        + java.net.URLEncoder.encode(wish, java.nio.charset.StandardCharsets.UTF_8))
                .body())
        .doesNotContain("href=\"//", "href=\"https://evil", "href=\"javascript:");
  }

  @Test
  @DisplayName("30: nobody is signed in as somebody else by a link that others prepared")
  void nobody_is_signed_in_as_somebody_else_by_a_prepared_link() {
    var attacker = product.browser();
    var prepared = Browser.sentBack("hejiayi", attacker.asksForSignIn("/"));
    var victim = product.browser();
    victim.asksForSignIn("/"); // has begun to sign in, so has a state of their own

    var answer = victim.gets(prepared);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(victim.cookie("apricot")).isEmpty();
    assertThat(product.browser().gets(prepared).statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("30: nobody is signed out, or reports anything, by a page of another site")
  void nobody_is_signed_out_by_a_page_of_another_site() {
    var nurse = product.browser();
    nurse.signsIn(NURSE, "/");
    for (var path : new String[] {"/signout", "/signout/everywhere", "/report"}) {
      assertThat(nurse.gets(path + "?csrf=&what=x").statusCode()).as(path).isIn(200, 404, 405);
      assertThat(nurse.posts(path).statusCode()).as(path).isEqualTo(403);
      for (var type : new String[] {"text/plain", "application/json", "multipart/form-data"})
        assertThat(nurse.posts(path, type, "{\"csrf\":\"\",\"what\":\"x\"}").statusCode())
            .as(path + " " + type)
            .isIn(400, 403);
    }
    assertThat(nurse.isSignedIn()).isTrue();
    assertThat(nurse.gets("/my").body()).doesNotContain("href=\"/tickets/");
  }

  @Test
  @DisplayName("31: no address of a page carries a word that opens something")
  void no_address_of_a_page_carries_a_word_that_opens_something() {
    var nurse = product.browser();
    nurse.signsIn(NURSE, "/my");
    var csrf =
        nurse.gets("/more").body().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    assertThat(csrf).hasSizeGreaterThan(40);
    for (var path : new String[] {"/my", "/more", "/report", "/suggestions", "/knowledge"}) {
      var page = nurse.gets(path);
      assertThat(page.body().replaceAll("value=\"[^\"]*\"", "")).doesNotContain(csrf);
      assertThat(page.body()).doesNotContain(nurse.cookie("apricot"));
      assertThat(page.headers().firstValue("referrer-policy")).hasValue("same-origin");
    }
  }

  @Test
  @DisplayName("32: a session that was there before signing in is worth nothing afterwards")
  void a_session_that_was_there_before_signing_in_is_worth_nothing() {
    var victim = product.browser();
    victim.plant("apricot", "chosen-by-somebody-else");
    victim.signsIn(NURSE, "/");
    var first = victim.cookie("apricot");
    assertThat(first).isNotEqualTo("chosen-by-somebody-else").hasSizeGreaterThan(40);

    victim.signsIn(NURSE, "/");

    assertThat(victim.cookie("apricot")).isNotEqualTo(first);
    var holder = product.browser();
    holder.plant("apricot", first);
    assertThat(holder.isSignedIn()).isFalse();
    holder.plant("apricot", "chosen-by-somebody-else");
    assertThat(holder.isSignedIn()).isFalse();
  }

  @Test
  @DisplayName("36: somebody with the director's name is not the director")
  void somebody_with_the_directors_name_is_not_the_director() {
    product.demo().simulator().add(new Member("impostor", "沈广源", java.util.List.of(1), "主任"));
    var impostor = product.browser();
    impostor.signsIn("impostor", "/admin/people");

    assertThat(impostor.isSignedIn()).isTrue();
    assertThat(impostor.gets("/admin/people").statusCode()).isEqualTo(403);
    assertThat(impostor.gets("/queue").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest(name = "36: nobody is believed who says in {0} who they are")
  @ValueSource(
      strings = {
        "x-remote-user",
        "remote-user",
        "x-forwarded-user",
        "x-wecom-userid",
        "x-auth-request-user",
        "authorization",
        "from"
      })
  void nobody_is_believed_who_says_who_they_are(String header) {
    var word = header.equals("authorization") ? "Bearer " + DIRECTOR : DIRECTOR;
    assertThat(product.browser().gets("/my", header, word).statusCode()).isEqualTo(302);
    assertThat(product.browser().gets("/api/v1/tickets", header, word).statusCode()).isEqualTo(401);
    assertThat(product.browser().gets("/my?userid=" + DIRECTOR).statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("39: who is refused learns nothing about who or what is there")
  void who_is_refused_learns_nothing() {
    var stranger = product.browser();
    var never = stranger.gets("/enter/" + "a".repeat(43));
    var short_ = stranger.gets("/enter/x");
    var noCode = stranger.gets("/signin/back?code=made-up&state=x");

    assertThat(never.statusCode()).isEqualTo(403);
    assertThat(never.body()).isEqualTo(short_.body()).isEqualTo(noCode.body());
    for (var page :
        new String[] {"/tickets/1", "/tickets/99999", "/admin/people/" + DIRECTOR, "/my"})
      assertThat(Browser.location(stranger.gets(page))).startsWith("/signin?to=");
    var unknown = stranger.gets("/api/v1/people", "authorization", "Bearer none").body();
    assertThat(unknown).isEqualTo(stranger.gets("/api/v1/people").body());
  }

  @Test
  @DisplayName("57: who has left is out at once, with every page and line that was open")
  void who_has_left_is_out_at_once() {
    var leaver = product.browser();
    leaver.signsIn("caoyun", "/");
    assertThat(leaver.isSignedIn()).isTrue();

    product.demo().simulator().remove("caoyun");
    product.demo().simulator().contactChanged("delete_user", "caoyun");

    var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (leaver.isSignedIn()) {
      assertThat(System.nanoTime()).as("still in").isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
    var people = product.demo().service().desk().people();
    var person = people.find(new org.apricotdesk.desk.staff.PersonId("caoyun")).orElseThrow();
    assertThat(person.active()).isFalse();
    assertThat(product.demo().service().desk().access().mayReport(person)).isFalse();
  }
}
