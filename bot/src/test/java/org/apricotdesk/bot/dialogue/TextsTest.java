package org.apricotdesk.bot.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.apricotdesk.bot.inbox.Inbox;
import org.apricotdesk.bot.notice.Words;
import org.apricotdesk.bot.understanding.Missing;
import org.apricotdesk.config.text.Texts;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.ticket.RatingReason;
import org.apricotdesk.desk.ticket.Refusal;
import org.apricotdesk.desk.ticket.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every word the bot needs is there, in both languages, and typed words mean what they should.
class TextsTest {
  private final Texts texts = Texts.of(Speech.class);

  @Test
  void both_languages_say_the_same_things() {
    for (var anchor : List.of(Speech.class, Inbox.class, Words.class)) {
      assertThat(Texts.of(anchor).incomplete()).isEmpty();
    }
  }

  @Test
  void every_state_priority_question_reason_and_refusal_has_words() {
    for (var status : Status.values()) {
      assertThat(texts.has("status." + status.code())).isTrue();
    }
    for (var priority : Priority.values()) {
      assertThat(texts.has("priority." + priority.name())).isTrue();
    }
    for (var missing : Missing.values()) {
      assertThat(texts.has("ask." + missing)).isTrue();
    }
    for (var reason : RatingReason.values()) {
      assertThat(!reason.complains() || texts.has("reason." + reason.code())).isTrue();
    }
    for (var refusal : Refusal.values()) {
      assertThat(Texts.of(Refusal.class).has("refused." + refusal.name())).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "take,接单 1024",
    "take,接单#1024",
    "solve,解决 1024 已换硒鼓",
    "hand_over,转派 1024 李工",
    "wait_vendor,等厂商 1024 东软 单号A123 明天15:00",
    "wait_user,等用户 1024 请问是哪台电脑",
    "progress,进度 1024",
    "not_fixed,还没好",
    "person,人工",
    "my_tickets,我的工单",
    "help,帮助",
    "nudge,催一下",
    "cancel,撤销",
    "note,1024 已换硒鼓",
    "remark,备注 1024 等配件",
    "satisfied,满意",
    "so_so,一般",
    "dissatisfied,不满意"
  })
  void typed_words_do_what_the_buttons_do(String phrase, String typed) {
    var words = texts.say(Locale.SIMPLIFIED_CHINESE, phrase + ".words");
    assertThat(typed).matches(words);
  }

  @ParameterizedTest
  @CsvSource({
    "take,take 1024",
    "take,Claim #1024",
    "solve,solved 1024 replaced the drum",
    "hand_over,hand over 1024 to 李工",
    "wait_vendor,waiting for vendor 1024 东软 单号A123 明天15:00",
    "wait_user,ask 1024 which computer is it",
    "resume,resume 1024",
    "release,release 1024 not ours",
    "progress,Status of 1024?",
    "progress,progress",
    "not_fixed,not fixed",
    "not_fixed,It's still not working.",
    "person,talk to a human please",
    "person,person",
    "my_tickets,my tickets",
    "help,Help!",
    "nudge,any news?",
    "nudge,remind",
    "cancel,cancel 1024 found it",
    "cancel,never mind",
    "remark,remark 1024 spare part ordered",
    "satisfied,Satisfied",
    "so_so,so-so",
    "dissatisfied,not happy",
    "useful,that helped",
    "useless,not helpful"
  })
  void they_do_so_in_english_too(String phrase, String typed) {
    assertThat(typed).matches(texts.say(Locale.ENGLISH, phrase + ".words"));
  }

  @ParameterizedTest
  @CsvSource({
    "take,take your time",
    "solve,solved it",
    "person,person in room 3 fell",
    "cancel,canceled",
    "cancel,cancel the print job it is stuck"
  })
  void other_english_sentences_are_no_commands(String phrase, String typed) {
    assertThat(typed).doesNotMatch(texts.say(Locale.ENGLISH, phrase + ".words"));
  }

  @ParameterizedTest
  @CsvSource({"take,接单了吗", "not_fixed,没好几天又坏了", "note,6888打不通", "so_so,一般般吧"})
  void other_sentences_are_no_commands(String phrase, String typed) {
    var words = texts.say(Locale.SIMPLIFIED_CHINESE, phrase + ".words");
    assertThat(typed).doesNotMatch(words);
  }
}
