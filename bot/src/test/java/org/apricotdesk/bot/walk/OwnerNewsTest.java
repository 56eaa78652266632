package org.apricotdesk.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.bot.notice.OwnerNews;
import org.apricotdesk.bot.notice.Words;
import org.apricotdesk.bot.simulator.Robot;
import org.apricotdesk.config.database.Database;
import org.apricotdesk.config.database.TestDatabase;
import org.apricotdesk.knowledge.Knowledge;
import org.apricotdesk.knowledge.article.ArticleId;
import org.apricotdesk.knowledge.article.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What those who answer for an article are told about it.
class OwnerNewsTest {
  @RegisterExtension static final TestDatabase db = TestDatabase.with("knowledge", "desk", "bot");
  private static final String OWNER = "gongweiming";
  private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 20);

  @TempDir Path folder;
  private Hospital hospital;
  private Database own;
  private Knowledge knowledge;
  private OwnerNews news;

  @BeforeEach
  void open() {
    hospital = Hospital.on(db, Robot.Transport.CALLBACK);
    own = Database.open(db.vertx(), db.settings());
    knowledge = Knowledge.open(own, folder, hospital.clock, _ -> false);
    news =
        new OwnerNews(
            db.database(),
            hospital.deliveries(),
            hospital.desk.people(),
            new Words(Locale.SIMPLIFIED_CHINESE, hospital.desk.wordings()),
            hospital.clock,
            Hospital.ZONE);
  }

  @AfterEach
  void close() {
    knowledge.close();
    own.close();
    hospital.close();
  }

  @Test
  void the_owner_hears_once_of_an_article_that_is_soon_out_of_date_however_often_one_looks() {
    publish("云胶片扫不开", OWNER, Optional.of(FRIDAY));
    publish("座机打不通", OWNER, Optional.of(FRIDAY.plusDays(30)));
    publish("投影没画面", "nobody-of-that-name", Optional.of(FRIDAY));

    news.tell(knowledge);
    news.tell(knowledge);

    hears("《云胶片扫不开》请在 2026-03-20 前复核", 1);
    publish("叫号没声音", OWNER, Optional.of(FRIDAY));
    news.tell(knowledge);
    hears("《叫号没声音》请在 2026-03-20 前复核", 1);
    assertThat(heard("《云胶片扫不开》")).isEqualTo(1);
    assertThat(heard("《座机打不通》")).isZero();
  }

  @Test
  void an_article_that_did_not_help_is_told_of_once_a_week() {
    var article = publish("重启试试", OWNER, Optional.empty());
    uselessForThree(article);
    news.tell(knowledge);
    hospital.clock.advance(Duration.ofDays(1));
    news.tell(knowledge);
    hears("《重启试试》最近没帮上忙", 1);

    hospital.clock.advance(Duration.ofDays(7));
    uselessForThree(article);
    news.tell(knowledge);

    hears("《重启试试》最近没帮上忙", 2);
  }

  private void uselessForThree(ArticleId article) {
    for (var person : List.of("sunlili", "hejiayi", "shaojiale")) {
      knowledge.feedback().shown(article, person);
      knowledge.feedback().judged(article, person, false);
    }
  }

  private ArticleId publish(String title, String owner, Optional<LocalDate> review) {
    var content =
        new Content(
            title,
            "",
            "",
            List.of("先看一眼"),
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            "",
            owner,
            Optional.empty(),
            review);
    var article = knowledge.articles().draft(content, OWNER);
    knowledge.articles().publish(article.id(), OWNER);
    return article.id();
  }

  private void hears(String words, long times) {
    Hospital.await(words + " was not heard " + times + " times", () -> heard(words) == times);
  }

  private long heard(String words) {
    return hospital.member(OWNER).chat().stream()
        .filter(shown -> shown.content().toString().contains(words))
        .count();
  }
}
